import { Button } from '../../components/Button.tsx';
import type { Paging } from '../../list/use-list.ts';
import styles from './list.module.css';

interface PagesProps {
  paging: Paging;
  nextCursor: string | undefined;
}

/** The ways to the page before and the page after, where there are any. */
export function Pages({ paging, nextCursor }: PagesProps) {
  const { cursor, earlier, go } = paging;
  if (!cursor && !nextCursor) return null;
  return (
    <nav className={styles.pages} aria-label="翻页">
      {cursor && (
        <Button onClick={() => go(earlier.at(-1) ?? '', earlier.slice(0, -1))}>
          {earlier.length === 0 ? '回到第一页' : '上一页'}
        </Button>
      )}
      {nextCursor && <Button onClick={() => go(nextCursor, [...earlier, cursor ?? ''])}>下一页</Button>}
    </nav>
  );
}
