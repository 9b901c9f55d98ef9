import type { CaseView } from '../../api/types.ts';
import { type StatusKind, StatusTag } from '../../components/StatusTag.tsx';
import { DateText } from '../../components/text.tsx';
import styles from './case.module.css';

const kinds: Record<CaseView['linked'][number]['status'], StatusKind> = {
  ahead: 'waiting',
  sent: 'waiting',
  taken: 'done',
  failed: 'blocked',
};

/** 一件事: what others do because of the registration, on the page where its own progress is. */
export function CaseLinked({ linked }: { linked: CaseView['linked'] }) {
  if (linked.length === 0) return null;
  return (
    <section aria-labelledby="linked">
      <h2 id="linked" className="section-title">
        关联事项
      </h2>
      <ul className={styles.parties}>
        {linked.map((matter) => (
          <li key={matter.code}>
            <span>
              <b>{matter.title}</b>
              <small className="secondary">
                {matter.department}
                {matter.receiptNo && ` · 受理编号 ${matter.receiptNo}`}
                {matter.at && (
                  <>
                    {' '}
                    · <DateText value={matter.at} time />
                  </>
                )}
              </small>
            </span>
            <StatusTag kind={kinds[matter.status]}>{matter.statusTitle}</StatusTag>
          </li>
        ))}
      </ul>
    </section>
  );
}
