import { Button, Select } from 'antd';
import { Link, useNavigate } from 'react-router';
import { StatusTag } from '../../components/StatusTag.tsx';
import { PageHead } from '../components/Panel.tsx';
import { Awaited, Nothing } from '../components/states.tsx';
import { Citation } from '../findings/Citation.tsx';
import { outcomeOf, outcomeWords } from '../findings/opinion.ts';
import { type DenseColumn, DenseTable } from '../list/DenseTable.tsx';
import { SearchField } from '../list/SearchField.tsx';
import { useListKeys } from '../list/use-list-keys.ts';
import { useUrlFilters } from '../list/use-url-filters.ts';
import { rulePagePath } from '../paths.ts';
import { type RuleView, useRules } from './api.ts';

const filterNames = ['q', 'verified', 'set'] as const;

/** 规则库: every legal rule with its article, version, the businesses that ask it, and where it is switched off (REG-AUD-04, 21). */
export default function RulesPage() {
  const navigate = useNavigate();
  const filters = useUrlFilters(filterNames);
  const rules = useRules();
  const { q, verified, set } = filters.values;
  const found = (rules.data ?? []).filter(
    (rule) =>
      searchText(rule).includes(q) &&
      (verified === '' || rule.citation.verified === (verified === 'yes')) &&
      (set === '' || rule.settings.length > 0),
  );
  const open = (index: number) => {
    const rule = found[index];
    if (rule) void navigate(rulePagePath(rule.code));
  };
  const { selected } = useListKeys({ count: found.length, onOpen: open, searchId: 'rule-search' });
  return (
    <>
      <PageHead title="规则库" note={rules.data ? noteOf(rules.data) : undefined} />
      <search className="desk-filters" aria-label="查找规则">
        <SearchField
          id="rule-search"
          label="查找规则"
          placeholder="规则、法律、业务"
          value={q}
          onSearch={(value) => filters.set({ q: value })}
        />
        <Select
          aria-label="依据"
          allowClear
          placeholder="依据"
          style={{ width: 130 }}
          value={verified || null}
          onChange={(value) => filters.set({ verified: value ?? '' })}
          options={[
            { value: 'yes', label: '依据已核' },
            { value: 'no', label: '依据未核' },
          ]}
        />
        <Select
          aria-label="设置"
          allowClear
          placeholder="设置"
          style={{ width: 130 }}
          value={set || null}
          onChange={(value) => filters.set({ set: value ?? '' })}
          options={[{ value: 'yes', label: '有单独设置' }]}
        />
        {filters.active && (
          <Button type="link" onClick={filters.clear}>
            清除条件
          </Button>
        )}
      </search>
      <div className="desk-list">
        <Awaited query={rules} what="规则" lines={10}>
          {() =>
            found.length === 0 ? (
              <Nothing title="没有这样的规则" hint="换一个说法再找，或者少选一个条件。" />
            ) : (
              <DenseTable
                caption="规则"
                columns={columns}
                rows={found}
                rowKey={(rule) => rule.code}
                selected={selected}
                onOpen={open}
              />
            )
          }
        </Awaited>
      </div>
    </>
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
