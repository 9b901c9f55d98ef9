import type { Filters } from '../../list/filters.ts';
import { useList } from '../../list/use-list.ts';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { useProposals } from './api.ts';
import { useProposalActs } from './Proposals.tsx';
import { proposalStates } from './words.ts';

const filters = {
  state: {
    kind: 'choice',
    label: '状态',
    width: 160,
    options: Object.entries(proposalStates).map(([value, { word }]) => ({ value, title: word })),
  },
} satisfies Filters;

/** 规则提议: everything proposed about rules and the automatic list, and who decided it. REG-AUD-21. */
export default function ProposalsPage() {
  const list = useList(filters);
  const { columns, error, dialog } = useProposalActs(true);
  const waiting = list.values.state === 'waiting';
  return (
    <>
      <ListPage
        title="规则提议"
        note="一人提议，另一人决定；每项都留下理由、意见和时间"
        what="提议"
        list={list}
        query={useProposals({ ...list.asked, limit: 20 })}
        columns={columns}
        rowKey={(item) => item.id}
        empty={{ title: '还没有提议' }}
        unmatched={{ title: waiting ? '没有等待决定的提议' : '没有这种状态的提议' }}
      >
        <ProblemNotice error={error} />
      </ListPage>
      {dialog}
    </>
  );
}
