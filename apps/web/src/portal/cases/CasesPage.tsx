import { useCases } from '../../api/cases.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { CaseLine } from '../../components/CaseLine.tsx';
import { casePhases } from '../../list/case-phases.ts';
import { businessFilter } from '../../list/common-filters.ts';
import type { Filters } from '../../list/filters.ts';
import { useList } from '../../list/use-list.ts';
import { ListPage } from '../list/ListPage.tsx';

const filters = {
  q: { kind: 'search', label: '查找', hint: '受理编号、坐落或姓名' },
  status: { kind: 'choice', label: '状态', options: casePhases },
  business: businessFilter,
} satisfies Filters;

/** Own cases, found by number, place or name. */
export default function CasesPage() {
  const list = useList(filters);
  return (
    <ListPage
      title="我的办件"
      what="办件"
      list={list}
      query={useCases({ ...list.asked, mine: true, limit: 20 })}
      empty={{ title: '您还没有办件', way: <ButtonLink to="/businesses">看看可以办什么</ButtonLink> }}
    >
      {(summary) => <CaseLine key={summary.caseNo} summary={summary} />}
    </ListPage>
  );
}
