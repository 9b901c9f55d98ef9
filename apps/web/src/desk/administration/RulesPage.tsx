import { Button } from 'antd';
import { useState } from 'react';
import { useSession } from '../../app/session-context.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { type RuleView, useRules } from '../api/rules.ts';
import { PageHead } from '../components/Panel.tsx';
import { Awaited, Nothing } from '../components/states.tsx';
import { Citation } from '../findings/Citation.tsx';
import { outcomeOf, outcomeWords } from '../findings/opinion.ts';
import { type DenseColumn, DenseTable } from '../list/DenseTable.tsx';
import { SearchField } from '../list/SearchField.tsx';
import { useUrlFilters } from '../list/use-url-filters.ts';
import { RuleDialog } from './RuleDialog.tsx';

const filterNames = ['q'] as const;

/** 规则: every legal rule with its article, the businesses that ask it, and where it is switched off. */
export default function RulesPage() {
  const { can } = useSession();
  const filters = useUrlFilters(filterNames);
  const rules = useRules();
  const [open, setOpen] = useState<RuleView>();
  const { q } = filters.values;
  return (
    <>
      <PageHead
        title="规则"
        note={
          rules.data ? `${rules.data.length} 条；启停和参数的每次改动都留理由，在办件随即适用` : undefined
        }
      />
      <search className="desk-filters" aria-label="查找规则">
        <SearchField
          id="rule-search"
          label="查找规则"
          placeholder="规则、法律、业务"
          value={q}
          onSearch={(value) => filters.set({ q: value })}
        />
      </search>
      <div className="desk-list">
        <Awaited query={rules} what="规则" lines={10}>
          {(items) => {
            const found = items.filter((rule) => searchText(rule).includes(q));
            return found.length === 0 ? (
              <Nothing title="没有这样的规则" hint="换一个说法再找。" />
            ) : (
              <DenseTable
                caption="规则"
                columns={columnsOf(can('rule.manage') ? setOpen : undefined)}
                rows={found}
                rowKey={(rule) => rule.code}
              />
            );
          }}
        </Awaited>
      </div>
      {open && <RuleDialog rule={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

const searchText = (rule: RuleView): string =>
  [rule.title, rule.code, rule.citation.law, rule.text, ...rule.businesses.map(({ name }) => name)].join(' ');

function columnsOf(onOpen: ((rule: RuleView) => void) | undefined): DenseColumn<RuleView>[] {
  const columns: DenseColumn<RuleView>[] = [
    {
      key: 'title',
      title: '规则',
      width: '20%',
      render: (rule) => (
        <>
          {rule.title}
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
    { key: 'outcome', title: '不符时', width: 90, render: (rule) => outcomeWords[outcomeOf(rule)] },
    {
      key: 'businesses',
      title: '适用业务',
      width: '24%',
      wideOnly: true,
      render: (rule) => rule.businesses.map(({ name }) => name).join('、') || '—',
    },
    { key: 'state', title: '状态', width: 100, render: (rule) => <State rule={rule} /> },
  ];
  if (!onOpen) return columns;
  return [
    ...columns,
    {
      key: 'set',
      title: '设置',
      width: 80,
      render: (rule) => (
        <Button size="small" aria-label={`设置${rule.title}`} onClick={() => onOpen(rule)}>
          设置
        </Button>
      ),
    },
  ];
}

function State({ rule }: { rule: RuleView }) {
  const off = rule.settings.filter((setting) => !setting.enabled);
  if (off.length === 0) return <StatusTag kind="done">启用</StatusTag>;
  return (
    <>
      <StatusTag kind="waiting">部分停用</StatusTag>
      {off.map((setting) => (
        <small key={`${setting.office} ${setting.business}`}>{scopeWords(rule, setting)}</small>
      ))}
    </>
  );
}

function scopeWords(rule: RuleView, { office, business }: { office: string; business: string }): string {
  const name =
    business === '*' ? '全部业务' : (rule.businesses.find(({ code }) => code === business)?.name ?? business);
  return office === '*' ? name : `${name}（${office}）`;
}
