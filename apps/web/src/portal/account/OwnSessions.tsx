import { useEndSession, useOwnSessions } from '../../api/account.ts';
import { asProblem } from '../../api/problem.ts';
import { Awaited } from '../../components/Awaited.tsx';
import { Button } from '../../components/Button.tsx';
import { ProblemPanel } from '../../components/ProblemPanel.tsx';
import { StatusTag } from '../../components/StatusTag.tsx';
import { DateText } from '../../components/text.tsx';
import styles from './account.module.css';

/** Where the account is signed in; what one does not know can be ended. */
export function OwnSessions({ accountId }: { accountId: string }) {
  const sessions = useOwnSessions(accountId);
  const end = useEndSession();
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions" className="section-title">
        已登录的设备
      </h2>
      {end.error && <ProblemPanel problem={asProblem(end.error)} />}
      <Awaited query={sessions} what="登录记录">
        {(items) => (
          <ul className={styles.sessions}>
            {items.map((session) => (
              <li key={session.id}>
                <span>
                  <span>
                    <DateText value={session.createdAt} time /> 登录
                  </span>
                  <small className="secondary">
                    最近使用 <DateText value={session.lastSeenAt} time />
                    {session.address && ` · ${session.address}`}
                  </small>
                </span>
                {session.current ? (
                  <StatusTag kind="done">本设备</StatusTag>
                ) : (
                  <Button disabled={end.isPending} onClick={() => end.mutate(session.id)}>
                    退出这台设备
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Awaited>
    </section>
  );
}
