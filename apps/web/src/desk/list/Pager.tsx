import { Button } from 'antd';
import type { Page } from '../../api/types.ts';
import type { Paging } from '../../list/use-list.ts';

interface PagerProps {
  shown: number;
  page: Page<unknown>;
  paging: Paging;
}

/** Pages of a list by cursor; left out where one page is all there is and nobody counted it. */
export function Pager({ shown, page, paging }: PagerProps) {
  const { cursor, earlier, go } = paging;
  if (!cursor && !page.nextCursor && page.total === undefined) return null;
  if (!cursor && shown === 0) return null;
  return (
    <nav className="desk-pager" aria-label="翻页">
      <span className="desk-secondary">
        本页 {shown} 条{page.total === undefined ? '' : `，共 ${page.total} 条`}
      </span>
      <Button size="small" disabled={!cursor} onClick={() => go(earlier.at(-1) ?? '', earlier.slice(0, -1))}>
        {cursor && earlier.length === 0 ? '回到第一页' : '上一页'}
      </Button>
      <Button
        size="small"
        disabled={!page.nextCursor}
        onClick={() => page.nextCursor && go(page.nextCursor, [...earlier, cursor ?? ''])}
      >
        下一页
      </Button>
    </nav>
  );
}
