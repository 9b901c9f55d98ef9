import { Link } from 'react-router';
import { StatusTag } from '../../components/StatusTag.tsx';
import { verifiedFilter } from '../../list/common-filters.ts';
import { type Filters, optionsOf } from '../../list/filters.ts';
import { useList } from '../../list/use-list.ts';
import { Citation } from '../findings/Citation.tsx';
import { outcomeOf, outcomeWords } from '../findings/opinion.ts';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { rulePagePath } from '../paths.ts';
import { type RuleView, useRules } from './api.ts';

const filters = {
  q: { kind: 'search', label: '查找规则', hint: '规则、法律、业务' },
  verified: verifiedFilter,
  set: { kind: 'choice', label: '设置', options: optionsOf({ yes: '有单独设置' }) },
} satisfies Filters;

/** 规则库: every legal rule with its article, version, the businesses that ask it, and where it is switched off (REG-AUD-04, 21). */
export default function RulesPage() {
  const list = useList(filters);
  const { q, verified, set } = list.values;
  const rules = useRules();
  return (
    <ListPage
      title="规则库"
      note={rules.data && noteOf(rules.data)}
      what="规则"
      list={list}
      query={rules}
      arrange={(all) =>
        all.filter(
          (rule) =>
            searchText(rule).includes(q) &&
            (verified === '' || rule.citation.verified === (verified === 'yes')) &&
            (set === '' || rule.settings.length > 0),
        )
      }
      columns={columns}
      rowKey={(rule) => rule.code}
      to={(rule) => rulePagePath(rule.code)}
      empty={{ title: '还没有规则' }}
    />
  );
}

function noteOf(rules: readonly RuleView[]): string {
  const open = rules.filter((rule) => !rule.citation.verified).length;
  return `${rules.length} 条，其中 ${open} 条的依据尚未与公布文本核对；启停和参数由一人提议、另一人批准`;
}

const searchText = (rule: RuleView): string =>
  [rule.title, rule.code, rule.citation.law, rule.text, ...rule.businesses.map(({ name }) => name)].join(' ');

const columns: DenseColumn<RuleView>[] = [
  {
    key: 'title',
    title: '规则',
    width: '22%',
    render: (rule) => (
      <>
        <Link to={rulePagePath(rule.code)}>{rule.title}</Link>
        <small>
          {rule.code}，第 {rule.version} 版
        </small>
      </>
    ),
  },
  {
    key: 'citation',
    title: '依据',
    render: (rule) => (
      <>
        <Citation citation={rule.citation} />
        <small>{rule.text}</small>
      </>
    ),
  },
  { key: 'outcome', title: '不符时', width: 100, render: (rule) => outcomeWords[outcomeOf(rule)] },
  {
    key: 'businesses',
    title: '适用业务',
    width: '22%',
    wideOnly: true,
    render: (rule) => <Businesses rule={rule} />,
  },
  { key: 'state', title: '状态', width: 120, render: (rule) => <RuleState rule={rule} /> },
];

const shown = 3;

function Businesses({ rule }: { rule: RuleView }) {
  if (rule.businesses.length === 0) return '—';
  const names = rule.businesses.slice(0, shown).map(({ name }) => name);
  return (
    <>
      {names.join('、')}
      {rule.businesses.length > shown && <small>等 {rule.businesses.length} 项</small>}
    </>
  );
}

/** Whether the rule is asked everywhere, or not everywhere, or otherwise than by itself. */
export function RuleState({ rule }: { rule: RuleView }) {
  const off = rule.settings.filter((setting) => !setting.enabled);
  if (off.length > 0)
    return (
      <StatusTag kind="waiting">
        {off.some((each) => each.business === '*' && each.office === '*') ? '停用' : '部分停用'}
      </StatusTag>
    );
  return <StatusTag kind="done">{rule.settings.length > 0 ? '启用，有设置' : '启用'}</StatusTag>;
}
