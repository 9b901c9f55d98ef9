import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { type BusinessSummary, useBusiness, useBusinesses } from '../../api/businesses.ts';
import { useOffices } from '../../api/offices.ts';
import { type Situation, useSituation } from '../../api/practice.ts';
import { asProblem } from '../../api/problem.ts';
import { entranceTitles } from '../../app/entrances.ts';
import { useSession } from '../../app/session-context.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { ErrorState } from '../../components/ErrorState.tsx';
import { SelectField, TextField } from '../../components/Field.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { ProblemPanel } from '../../components/ProblemPanel.tsx';
import NotFoundPage from '../NotFoundPage.tsx';
import styles from './practice.module.css';
import { SituationSheet } from './SituationSheet.tsx';

/** 练习: any business with a ready situation, in the demonstration only. */
export default function PracticePage() {
  const { mode } = useSession();
  return mode === 'demo' ? <Practice /> : <NotFoundPage />;
}

const channelTitles: Record<string, string> = { online: '网上办理', counter: '窗口受理' };

function Practice() {
  const [search, setSearch] = useSearchParams();
  const businesses = useBusinesses();
  const offices = useOffices();
  const [situation, setSituation] = useState<Situation>();
  const asking = useSituation();
  const code = search.get('business') ?? '';
  const office = search.get('office') ?? '';
  const channel = search.get('channel') ?? '';
  const q = search.get('q') ?? '';

  const change = (values: Record<string, string>, replace = false) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(values)) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    setSituation(undefined);
    asking.reset();
    setSearch(next, { replace });
  };
  const all = businesses.data ?? [];
  const chosen = all.find((business) => business.code === code);
  const found = matching(all, q);
  const prepare = () =>
    asking.mutate(
      { business: code, ...(office && { office }), ...(channel && { channel }) },
      { onSuccess: setSituation },
    );
  return (
    <div className="page">
      <PageTitle
        title="练习"
        lead={`选一项业务，系统当场备好单元、当事人和账号，从发起到办结都可以试。共 ${all.length || '…'} 项业务，人员和房产均为虚构。`}
      />
      {businesses.isPending && <Loading what="业务目录" />}
      {businesses.isError && (
        <ErrorState problem={businesses.error} onRetry={() => void businesses.refetch()} />
      )}
      {businesses.data && !chosen && (
        <>
          <TextField
            label="找一项业务"
            hint="名称、代码或说法，例如“继承”“地役权”“遗失”。"
            type="search"
            value={q}
            onChange={(value) => change({ q: value }, true)}
            autoComplete="off"
          />
          <p className="secondary" aria-live="polite">
            {q.trim() === '' ? '全部业务' : `找到 ${found.length} 项`}
          </p>
          {found.length === 0 ? (
            <Empty title="没有找到这样的业务">
              <Button onClick={() => change({ q: '' })}>显示全部业务</Button>
            </Empty>
          ) : (
            groupsOf(found).map(([group, items]) => (
              <section key={group} aria-label={group} className={styles.group}>
                <h2>{group}</h2>
                <ul>
                  {items.map((business) => (
                    <li key={business.code}>
                      <button type="button" onClick={() => change({ business: business.code })}>
                        <b>{business.name}</b>
                        <small>
                          {business.entrances
                            .map((entrance) => entranceTitles[entrance] ?? entrance)
                            .join('、')}
                          ，{business.code}
                        </small>
                      </button>
                    </li>
                  ))}
                </ul>
              </section>
            ))
          )}
        </>
      )}
      {chosen && (
        <section aria-labelledby="chosen" className="stack">
          <div className={styles.chosen}>
            <h2 id="chosen" className="serif">
              {chosen.name}
            </h2>
            <Button
              kind="quiet"
              icon="left"
              onClick={() => change({ business: '', office: '', channel: '' })}
            >
              换一项业务
            </Button>
          </div>
          <p className="secondary">{chosen.summary}</p>
          <div className={styles.wishes}>
            <SelectField
              label="登记机构"
              value={office}
              onChange={(value) => change({ office: value })}
              options={(offices.data ?? []).map((each) => ({ value: each.code, title: each.name }))}
              placeholder="默认"
            />
            {chosen.channels.length > 1 && (
              <SelectField
                label="办理渠道"
                value={channel}
                onChange={(value) => change({ channel: value })}
                options={chosen.channels.map((each) => ({ value: each, title: channelTitles[each] ?? each }))}
                placeholder="默认"
              />
            )}
          </div>
          {!situation && (
            <div>
              <Button kind="primary" busy={asking.isPending} onClick={prepare}>
                备好一份情形
              </Button>
            </div>
          )}
          {asking.isError && <ProblemPanel problem={asProblem(asking.error)} focus />}
          {situation && <Prepared situation={situation} onAnother={prepare} busy={asking.isPending} />}
        </section>
      )}
    </div>
  );
}

interface PreparedProps {
  situation: Situation;
  busy: boolean;
  onAnother: () => void;
}

function Prepared({ situation, busy, onAnother }: PreparedProps) {
  const business = useBusiness(situation.application.business);
  if (business.isPending) return <Loading what="业务定义" />;
  if (business.isError)
    return <ErrorState problem={business.error} onRetry={() => void business.refetch()} />;
  return (
    <>
      <SituationSheet situation={situation} business={business.data} />
      <div>
        <Button busy={busy} onClick={onAnother}>
          另备一份
        </Button>
      </div>
    </>
  );
}

function matching(businesses: readonly BusinessSummary[], q: string): BusinessSummary[] {
  const words = q.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return businesses.filter((business) => {
    const text = [business.name, business.code, business.summary, ...business.keywords]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function groupsOf(businesses: readonly BusinessSummary[]): [string, BusinessSummary[]][] {
  const groups = new Map<string, BusinessSummary[]>();
  for (const business of businesses) {
    const group = groups.get(business.group) ?? [];
    group.push(business);
    groups.set(business.group, group);
  }
  return [...groups];
}
