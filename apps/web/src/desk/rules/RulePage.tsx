import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useSession } from '../../app/session-context.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { usePaging } from '../../list/use-list.ts';
import { day } from '../components/moments.ts';
import { Pairs } from '../components/Pairs.tsx';
import { PageHead, Panel } from '../components/Panel.tsx';
import { Awaited, Nothing } from '../components/states.tsx';
import { Citation } from '../findings/Citation.tsx';
import { outcomeOf, outcomeWords } from '../findings/opinion.ts';
import { DenseTable } from '../list/DenseTable.tsx';
import { type RuleView, useRules } from './api.ts';
import { Proposals } from './Proposals.tsx';
import { RuleState } from './RulesPage.tsx';
import { RuleUses } from './RuleUses.tsx';
import { SettingDialog } from './SettingDialog.tsx';
import { WhatIf } from './WhatIf.tsx';
import { momentWords, parameterText, valueText } from './words.ts';

/** 规则: one rule with its law, versions, who asks it and how, what was proposed, what it would do, and where it was used. */
export default function RulePage() {
  const { code = '' } = useParams();
  const rules = useRules();
  return (
    <Awaited page query={rules} what="规则" lines={12}>
      {(items) => {
        const rule = items.find((each) => each.code === code);
        return rule ? (
          <RuleBody rule={rule} />
        ) : (
          <Nothing title="没有这条规则" hint="请从规则库中进入；规则代码可能写错了。" />
        );
      }}
    </Awaited>
  );
}

function RuleBody({ rule }: { rule: RuleView }) {
  const { can } = useSession();
  const [proposing, setProposing] = useState(false);
  const paging = usePaging();
  const manages = can('rule.manage');
  return (
    <>
      <PageHead
        title={rule.title}
        note={`${rule.code}，现行第 ${rule.version} 版；可重放的版本：${rule.versions.map((each) => `第 ${each} 版`).join('、')}`}
        actions={
          manages && (
            <Button type="primary" onClick={() => setProposing(true)}>
              提议启停或调整参数
            </Button>
          )
        }
      />
      <Panel title="规则" aside={<RuleState rule={rule} />}>
        <Pairs
          pairs={[
            { label: '依据', value: <Citation citation={rule.citation} /> },
            { label: '条文或要求', value: rule.text },
            { label: '不符时', value: outcomeWords[outcomeOf(rule)] },
            { label: '对申请人说', value: rule.message },
          ]}
        />
      </Panel>
      {Object.keys(rule.parameters).length > 0 && (
        <Panel title="参数">
          <ParameterList rule={rule} />
        </Panel>
      )}
      <Panel title="现行设置">
        <Settings rule={rule} />
      </Panel>
      <Panel title="适用业务" aside={<span className="desk-secondary">{rule.businesses.length} 项</span>}>
        <BusinessList rule={rule} />
      </Panel>
      {manages && (
        <>
          <Panel title="提议与历史">
            <Proposals rule={rule.code} paging={paging} />
          </Panel>
          <Panel title="试算：若改设置，多少办件的结论会变">
            <WhatIf rule={rule} />
          </Panel>
          <Panel title="近三个月用到本规则的办件">
            <RuleUses code={rule.code} />
          </Panel>
        </>
      )}
      {proposing && <SettingDialog rule={rule} onClose={() => setProposing(false)} />}
    </>
  );
}

function ParameterList({ rule }: { rule: RuleView }) {
  return (
    <DenseTable
      caption="参数"
      columns={[
        { key: 'title', title: '参数', width: '24%', render: ({ name, words }) => words?.title ?? name },
        {
          key: 'standard',
          title: '规则自带的值',
          width: '20%',
          render: ({ standard, words }) => valueText(standard, words),
        },
        {
          key: 'description',
          title: '说明',
          render: ({ words }) => (
            <>
              {words?.description}
              {words?.minimum !== undefined && (
                <small>
                  可设 {words.minimum}～{words.maximum}
                  {words.unit}
                </small>
              )}
            </>
          ),
        },
      ]}
      rows={Object.entries(rule.parameters).map(([name, standard]) => ({
        name,
        standard,
        words: rule.parameterWords[name],
      }))}
      rowKey={({ name }) => name}
    />
  );
}

function Settings({ rule }: { rule: RuleView }) {
  if (rule.settings.length === 0)
    return <p className="desk-secondary">没有单独设置：全部机构、全部业务按规则自身执行。</p>;
  const name = (business: string) =>
    business === '*' ? '全部业务' : (rule.businesses.find(({ code }) => code === business)?.name ?? business);
  return (
    <DenseTable
      caption="现行设置"
      columns={[
        { key: 'business', title: '业务', render: (each) => name(each.business) },
        { key: 'office', title: '机构', render: (each) => (each.office === '*' ? '全部机构' : each.office) },
        {
          key: 'enabled',
          title: '启停',
          render: (each) => (
            <StatusTag kind={each.enabled ? 'done' : 'waiting'}>{each.enabled ? '启用' : '停用'}</StatusTag>
          ),
        },
        {
          key: 'parameters',
          title: '参数',
          render: (each) => parameterText(each.parameters, rule.parameterWords),
        },
        { key: 'from', title: '生效', render: (each) => day(each.effectiveFrom) },
      ]}
      rows={rule.settings}
      rowKey={(each) => `${each.office} ${each.business}`}
    />
  );
}

const few = 12;

function BusinessList({ rule }: { rule: RuleView }) {
  const [all, setAll] = useState(false);
  if (rule.businesses.length === 0) return <p className="desk-secondary">没有业务使用这条规则。</p>;
  const rows = all ? rule.businesses : rule.businesses.slice(0, few);
  return (
    <>
      <DenseTable
        caption="适用业务"
        columns={[
          { key: 'name', title: '业务', render: (each) => each.name },
          {
            key: 'moments',
            title: '环节',
            width: '30%',
            render: (each) => each.moments.map((one) => momentWords[one] ?? one).join('、'),
          },
          {
            key: 'parameters',
            title: '业务自定参数',
            width: '30%',
            render: (each) => parameterText(each.parameters, rule.parameterWords),
          },
        ]}
        rows={rows}
        rowKey={(each) => each.code}
      />
      {rule.businesses.length > few && !all && (
        <Button type="link" onClick={() => setAll(true)}>
          显示全部 {rule.businesses.length} 项
        </Button>
      )}
    </>
  );
}
