import { Button } from 'antd';
import { useState } from 'react';

interface PagerProps {
  shown: number;
  total: number | undefined;
  cursor: string | undefined;
  nextCursor: string | undefined;
  onGo: (cursor: string | undefined) => void;
}

/** Pages of a list by cursor. The way back is remembered while the list is open; an address from elsewhere leads to the first page. */
export function Pager({ shown, total, cursor, nextCursor, onGo }: PagerProps) {
  const [trail, setTrail] = useState<(string | undefined)[]>([]);
  if (shown === 0 && !cursor) return null;
  const forward = () => {
    setTrail([...trail, cursor]);
    onGo(nextCursor);
  };
  const back = () => {
    onGo(trail.at(-1));
    setTrail(trail.slice(0, -1));
  };
  return (
    <nav className="desk-pager" aria-label="翻页">
      <span className="desk-secondary" aria-live="polite">
        本页 {shown} 条{total === undefined ? '' : `，共 ${total} 条`}
      </span>
      <Button size="small" disabled={!cursor} onClick={back}>
        {trail.length > 0 || !cursor ? '上一页' : '回到第一页'}
      </Button>
      <Button size="small" disabled={!nextCursor} onClick={forward}>
        下一页
      </Button>
    </nav>
  );
}
