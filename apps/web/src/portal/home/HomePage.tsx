import { useEffect } from 'react';
import { useBusinesses } from '../../api/businesses.ts';
import { useCases } from '../../api/cases.ts';
import { entranceOf } from '../../app/entrances.ts';
import { useSession } from '../../app/session-context.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import { BusinessSearch } from './BusinessSearch.tsx';
import styles from './home.module.css';
import { LatestNotices } from './LatestNotices.tsx';
import { LifeEvents } from './LifeEvents.tsx';
import { MyCases, ownCases } from './MyCases.tsx';
import { VerifyBox } from './VerifyBox.tsx';

/** One question, and the few things most people come for. */
export function HomePage() {
  const businesses = useBusinesses();
  const { user } = useSession();
  const entrance = user ? entranceOf(user) : 'person';
  // What waits for the person comes before what they might begin.
  const waits = useCases(ownCases, user !== undefined).data?.items.some((each) => each.yourTurn) ?? false;
  useEffect(() => {
    document.title = '恒产 · 不动产登记';
  }, []);
  return (
    <>
      <section className={styles.question}>
        <div className={styles.wide}>
          <h1>您要办什么</h1>
          {user?.organisation && <p className={styles.acting}>您正以{user.organisation.name}的名义办理。</p>}
          <BusinessSearch
            businesses={businesses.data ?? []}
            entrance={entrance}
            loading={businesses.isPending}
          />
          {businesses.isError && (
            <ErrorState problem={businesses.error} onRetry={() => void businesses.refetch()} />
          )}
        </div>
      </section>
      <div className={styles.wide}>
        {waits && <MyCases signedIn />}
        {businesses.data && <LifeEvents businesses={businesses.data} entrance={entrance} />}
        <div className={styles.columns}>
          {waits ? <LatestNotices /> : <MyCases signedIn={user !== undefined} />}
          <div>
            <VerifyBox />
            {!waits && <LatestNotices />}
          </div>
        </div>
      </div>
    </>
  );
}
