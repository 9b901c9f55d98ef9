import { type BusinessSummary, useBusinesses } from '../../api/businesses.ts';
import { entranceTitles } from '../../app/entrances.ts';
import { useSession } from '../../app/session-context.ts';
import { Awaited } from '../../components/Awaited.tsx';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { useList } from '../../list/use-list.ts';
import { ListFilters } from '../list/ListFilters.tsx';
import NotFoundPage from '../NotFoundPage.tsx';
import { PreparedBusiness } from './PreparedBusiness.tsx';
import styles from './practice.module.css';
import { type PracticeList, practiceFilters } from './practice-list.ts';

/** 练习: any business with a ready situation, in the demonstration only. */
export default function PracticePage() {
  const { mode } = useSession();
  return mode === 'demo' ? <Practice /> : <NotFoundPage />;
}

function Practice() {
  const list = useList(practiceFilters);
  const businesses = useBusinesses();
  return (
    <div className="page">
      <PageTitle
        title="练习"
        lead={`选一项业务，系统当场备好单元、当事人和账号，从发起到办结都可以试。共 ${businesses.data?.length ?? '…'} 项业务，人员和房产均为虚构。`}
      />
      <Awaited query={businesses} what="业务目录">
        {(all) => {
          const chosen = all.find(({ code }) => code === list.values.business);
          return chosen ? (
            <PreparedBusiness key={chosen.code} business={chosen} list={list} />
          ) : (
            <FindBusiness all={all} list={list} />
          );
        }}
      </Awaited>
    </div>
  );
}

function FindBusiness({ all, list }: { all: readonly BusinessSummary[]; list: PracticeList }) {
  const { q } = list.values;
  const found = matching(all, q);
  return (
    <>
      <ListFilters what="业务" list={list} />
      <p className="secondary" aria-live="polite">
        {q.trim() === '' ? '全部业务' : `找到 ${found.length} 项`}
      </p>
      {found.length === 0 && (
        <Empty title="没有找到这样的业务">
          <Button onClick={list.clear}>显示全部业务</Button>
        </Empty>
      )}
      {groupsOf(found).map(([group, items]) => (
        <section key={group} aria-label={group} className={styles.group}>
          <h2>{group}</h2>
          <ul>
            {items.map((business) => (
              <li key={business.code}>
                <button type="button" onClick={() => list.set({ business: business.code })}>
                  <b>{business.name}</b>
                  <small>
                    {business.entrances.map((entrance) => entranceTitles[entrance] ?? entrance).join('、')}，
                    {business.code}
                  </small>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
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
