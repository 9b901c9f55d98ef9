import type { CaseView } from '../../api/types.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { DateText, SharesText } from '../../components/text.tsx';
import styles from './case.module.css';

/** Who takes part, and who has confirmed on a device of their own. */
export function CaseParties({ view }: { view: CaseView }) {
  if (view.parties.length === 0) return null;
  return (
    <section aria-labelledby="parties">
      <h2 id="parties" className="section-title">
        当事人
      </h2>
      <ul className={styles.parties}>
        {view.parties.map((party) => (
          <li key={party.ordinal}>
            <span>
              <b>
                {party.name}
                {party.isYou && '（您）'}
              </b>
              <small className="secondary">
                {party.roleTitle} · {party.idNumber} <SharesText share={party.share} />
              </small>
            </span>
            {party.confirms &&
              (party.confirmedAt || !view.closedAt) &&
              (party.confirmedAt ? (
                <span className={styles.confirmed}>
                  <StatusTag kind="done">已确认</StatusTag>
                  <small className="secondary">
                    <DateText value={party.confirmedAt} time />
                  </small>
                </span>
              ) : (
                <StatusTag kind="waiting">{party.isYou ? '待您确认' : '待本人确认'}</StatusTag>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
