import { Button, Input, Progress } from 'antd';
import { useState } from 'react';
import { usePaging } from '../../list/use-list.ts';
import { LabelledField } from '../components/LabelledField.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { Awaited } from '../components/states.tsx';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { Rows } from '../list/Rows.tsx';
import {
  type RuleView,
  type StudyCaseView,
  type StudyView,
  useAskWhatIf,
  useStudy,
  useStudyCases,
} from './api.ts';
import { AskedCase, OutcomeTag } from './cells.tsx';
import { lastMonth } from './last-month.ts';
import { parametersOf, type SettingDraft, SettingFields, useOfficeChoices } from './SettingFields.tsx';
import { momentWords } from './words.ts';
import './rules.css';

/** 试算: a setting tried on the kept facts of decided cases before anybody proposes it. Nothing of a case is changed. */
export function WhatIf({ rule }: { rule: RuleView }) {
  const [first] = useOfficeChoices();
  const ask = useAskWhatIf();
  const [draft, setDraft] = useState<SettingDraft>({ office: '', business: '*', enabled: false, typed: {} });
  const [period, setPeriod] = useState(() => lastMonth(new Date()));
  const [tried, setTried] = useState(false);
  const office = draft.office || (first?.value ?? '*');
  const { parameters, wrong } = parametersOf(rule, draft.typed);
  const start = () => {
    setTried(true);
    if (wrong.length > 0) return;
    ask.mutate({
      rule: rule.code,
      business: draft.business,
      office,
      enabled: draft.enabled,
      parameters,
      from: new Date(`${period.from}T00:00:00+08:00`).toISOString(),
      to: new Date(`${period.to}T23:59:59+08:00`).toISOString(),
    });
  };
  return (
    <div className="desk-what-if">
      <form
        className="desk-stack"
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <SettingFields
          rule={rule}
          draft={{ ...draft, office }}
          wrong={tried ? wrong : []}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
        <div className="desk-row">
          {(['from', 'to'] as const).map((end) => (
            <LabelledField key={end} label={end === 'from' ? '自' : '至'}>
              {(id) => (
                <Input
                  id={id}
                  type="date"
                  value={period[end]}
                  onChange={(event) => setPeriod({ ...period, [end]: event.target.value })}
                />
              )}
            </LabelledField>
          ))}
        </div>
        <Button htmlType="submit" loading={ask.isPending} disabled={!period.from || !period.to}>
          试算
        </Button>
        <ProblemNotice error={ask.error} />
      </form>
      {ask.data ? (
        <StudyResult id={ask.data.id} />
      ) : (
        <p className="desk-secondary">
          用办件当时留存的事实逐件重算，给出结论会改变的办件清单。只试算，不改动任何办件和设置。
        </p>
      )}
    </div>
  );
}

function StudyResult({ id }: { id: string }) {
  const study = useStudy(id);
  return (
    <Awaited query={study} what="试算" lines={4}>
      {(view) => (
        <div>
          <p aria-live="polite">{summaryOf(view)}</p>
          {view.state !== 'done' && view.state !== 'failed' && (
            <Progress
              percent={view.total === 0 ? 0 : Math.floor((view.done / view.total) * 100)}
              aria-label="试算进度"
            />
          )}
          {view.changed > 0 && <StudyCases view={view} />}
        </div>
      )}
    </Awaited>
  );
}

function summaryOf(view: StudyView): string {
  if (view.state === 'failed') return '试算没有完成：规则已不存在。';
  if (view.state !== 'done')
    return `正在试算，已算 ${view.done}／${view.total} 件，${view.changed} 件会改变。`;
  if (view.total === 0) return '这段时间没有校验过的办件。';
  const untold = view.untold > 0 ? `；另有 ${view.untold} 件当时的事实不足，无法试算` : '';
  return `共 ${view.total} 件，其中 ${view.changed} 件的结论会改变${untold}。`;
}

const columns: DenseColumn<StudyCaseView>[] = [
  {
    key: 'case',
    title: '办件',
    render: ({ caseNo, businessName }) => <AskedCase caseNo={caseNo} businessName={businessName} />,
  },
  { key: 'moment', title: '环节', width: 70, render: (each) => momentWords[each.moment] ?? each.moment },
  { key: 'before', title: '原结论', width: 120, render: (each) => <OutcomeTag outcome={each.before} /> },
  { key: 'after', title: '试算结论', width: 120, render: (each) => <OutcomeTag outcome={each.after} /> },
  { key: 'message', title: '说明', width: '30%', wideOnly: true, render: (each) => each.message ?? '—' },
];

function StudyCases({ view }: { view: StudyView }) {
  const paging = usePaging();
  return (
    <Rows
      what="结论会改变的办件"
      query={useStudyCases(view.id, paging.cursor, view.state === 'done')}
      columns={columns}
      rowKey={(each) => `${each.caseNo} ${each.moment}`}
      empty={{ title: '没有结论会改变的办件' }}
      paging={paging}
    />
  );
}
