import { useCaseHistory } from '../../api/cases.ts';
import type { CaseView } from '../../api/types.ts';
import { DateText } from '../../components/text.tsx';
import styles from './case.module.css';
import { lastReason } from './last-reason.ts';

/** What has to be put right and who said so, for a case that came back to its owner. */
export function ReturnReason({ view }: { view: CaseView }) {
  const history = useCaseHistory(view.caseNo);
  const reason = lastReason(history.data ?? []);
  if (!reason) return null;
  return (
    <div className={styles.reason}>
      <p>
        <b>{reason.title}</b>
        <small className="secondary">
          {reason.actor} · <DateText value={reason.at} time />
        </small>
      </p>
      {reason.comment && <p>{reason.comment}</p>}
      {reason.data?.items && (
        <ol>
          {reason.data.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ol>
      )}
      {reason.data?.newFacts && <p className="secondary">再次通知的理由：{reason.data.newFacts}</p>}
    </div>
  );
}
