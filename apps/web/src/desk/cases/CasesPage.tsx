import { useCases } from '../../api/cases.ts';
import { casePhases } from '../../list/case-phases.ts';
import { businessFilter } from '../../list/common-filters.ts';
import type { Filters } from '../../list/filters.ts';
import { useList } from '../../list/use-list.ts';
import { ListPage } from '../list/ListPage.tsx';
import { casePagePath } from '../paths.ts';
import { caseColumns, caseFile } from './case-columns.tsx';

const filters = {
  q: { kind: 'search', label: '查询办件', hint: '受理编号、单元代码、坐落、当事人', width: 340 },
  status: { kind: 'choice', label: '状态', options: casePhases },
  business: businessFilter,
} satisfies Filters;

/** 办件查询: any case of the office, by number, unit, place or party. */
export default function CasesPage() {
  const list = useList(filters);
  return (
    <ListPage
      title="办件查询"
      what="办件"
      list={list}
      query={useCases({ ...list.asked, limit: 50 })}
      columns={caseColumns}
      rowKey={(item) => item.caseNo}
      to={(item) => casePagePath(item.caseNo)}
      file={caseFile}
      empty={{ title: '还没有办件', hint: '受理第一件后会出现在这里。' }}
      unmatched={{ title: '没有符合条件的办件', hint: '请核对编号或姓名，也可以少填一个条件。' }}
    />
  );
}
