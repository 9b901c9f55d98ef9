import { Link } from 'react-router';
import { useCases } from '../../api/cases.ts';
import { Awaited } from '../../components/Awaited.tsx';
import { CaseLine } from '../../components/CaseLine.tsx';
import styles from './home.module.css';

/** The newest few of the person's own. */
export const ownCases = { mine: true, limit: 4 };

/** What is under way, with whose turn it is. */
export function MyCases({ signedIn }: { signedIn: boolean }) {
  return (
    <section aria-labelledby="mine" className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 id="mine">我的办件</h2>
        {signedIn && <Link to="/cases">全部办件</Link>}
      </div>
      {signedIn ? (
        <OwnCases />
      ) : (
        <p className={styles.quiet}>
          <Link to="/sign-in">登录</Link>后，在这里看到您的办件到了哪一步、轮到谁办。
        </p>
      )}
    </section>
  );
}

function OwnCases() {
  const cases = useCases(ownCases);
  return (
    <Awaited query={cases} what="您的办件">
      {({ items }) =>
        items.length === 0 ? (
          <p className={styles.quiet}>您还没有办件。从上面选一件要办的事开始。</p>
        ) : (
          <ul className="lines">
            {items.map((summary) => (
              <CaseLine key={summary.caseNo} summary={summary} />
            ))}
          </ul>
        )
      }
    </Awaited>
  );
}
