import { Button } from 'antd';
import { useEndedRights } from '../api/register.ts';
import { day } from '../components/moments.ts';
import { Panel } from '../components/Panel.tsx';
import { ReadFailure } from '../components/states.tsx';
import { RightBlock } from './RightBlock.tsx';

/** 历史权利: what was once registered on the unit, the latest ended first, a page at a time. */
export function EndedRights({ code }: { code: string }) {
  const ended = useEndedRights(code);
  const rights = ended.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title="历史权利" className="desk-sheet-history no-print">
      {ended.isError && (
        <ReadFailure error={ended.error} what="历史权利" onRetry={() => void ended.refetch()} />
      )}
      {ended.isSuccess && rights.length === 0 && (
        <p className="desk-secondary desk-sheet-none">没有已终止的权利。</p>
      )}
      <div className="desk-ended">
        {rights.map((right) => (
          <RightBlock
            key={right.id}
            right={right}
            ended={`${right.goesOn ? '变更前的内容' : '已终止'}，${day(right.endedAt)}${right.endedReason ? `，${right.endedReason}` : ''}`}
          />
        ))}
      </div>
      {ended.hasNextPage && (
        <p className="desk-sheet-more">
          <Button size="small" loading={ended.isFetchingNextPage} onClick={() => void ended.fetchNextPage()}>
            更早的历史权利
          </Button>
        </p>
      )}
    </Panel>
  );
}
