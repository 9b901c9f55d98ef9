import { usePaging } from '../../list/use-list.ts';
import { moment } from '../components/moments.ts';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { Rows } from '../list/Rows.tsx';
import { type RuleUseView, useRuleUses } from './api.ts';
import { AskedCase, OutcomeTag } from './cells.tsx';
import { ParameterText } from './ParameterText.tsx';
import { momentWords } from './words.ts';

const columns: DenseColumn<RuleUseView>[] = [
  {
    key: 'case',
    title: '办件',
    render: ({ caseNo, businessName }) => <AskedCase caseNo={caseNo} businessName={businessName} />,
  },
  { key: 'moment', title: '环节', width: 80, render: (each) => momentWords[each.moment] ?? each.moment },
  { key: 'version', title: '版本', width: 90, render: (each) => `第 ${each.version} 版` },
  {
    key: 'parameters',
    title: '参数',
    width: '24%',
    render: (each) => <ParameterText parameters={each.parameters} />,
  },
  {
    key: 'outcome',
    title: '结论',
    width: 120,
    render: ({ outcome }) => <OutcomeTag outcome={outcome} />,
  },
  { key: 'at', title: '时间', width: 180, render: (each) => moment(each.at) },
];

/** Which case used which version of a rule, with which parameters (REG-AUD-04). */
export function RuleUses({ code }: { code: string }) {
  const paging = usePaging();
  return (
    <Rows
      what="使用记录"
      query={useRuleUses(code, paging.cursor)}
      columns={columns}
      rowKey={(each) => `${each.caseNo} ${each.moment} ${each.at}`}
      empty={{ title: '近三个月没有办件用到这条规则' }}
      paging={paging}
    />
  );
}
