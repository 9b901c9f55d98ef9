import type { CaseView } from '../../api/types.ts';
import { waitsForTime } from '../../api/waiting.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { DateText } from '../../components/text.tsx';
import { CaseActions } from './CaseActions.tsx';
import styles from './case.module.css';
import { ReturnReason } from './ReturnReason.tsx';

/** Whose turn it is, since when and until when; and when it is yours, what you can do. */
export function TurnPanel({ view }: { view: CaseView }) {
  const you = view.waitingFor.some((waiting) => waiting.who === '您');
  const yours = you || view.availableActions.some((action) => action.style === 'primary');
  const editable = ['draft', 'supplementing'].includes(view.status);
  if (view.availableActions.length === 0 && view.waitingFor.length === 0) return null;
  return (
    <section className={yours ? `${styles.turn} ${styles.yours}` : styles.turn} aria-live="polite">
      <h2>
        <Icon name={yours ? 'person' : 'waiting'} />
        {yours ? '轮到您办理' : view.waitingFor.length > 0 ? '不用您做什么，请等待' : '您还可以'}
      </h2>
      {view.suspension && (
        <div className={styles.suspended}>
          <p>
            <b>登记机构已中止办理</b>
          </p>
          <p>
            自 <DateText value={view.suspension.since} time /> 起
          </p>
          <p>事由：{view.suspension.reason}</p>
          <p className="secondary">中止期间不计入办理时限，恢复办理后继续。</p>
        </div>
      )}
      {view.waitingFor.length > 0 && (
        <ul className={styles.waiting}>
          {view.waitingFor.map((waiting) => (
            <li key={`${waiting.who}/${waiting.title}`}>
              {waitsForTime(waiting) ? (
                <span>
                  <b>{waiting.title}</b> 期间
                </span>
              ) : (
                <span>
                  <b>{waiting.who}</b> {waiting.title}
                </span>
              )}
              <small className="secondary">
                <DateText value={waiting.since} time /> 起
                {waiting.until && (
                  <>
                    ，至 <DateText value={waiting.until} time />
                    {waitsForTime(waiting) ? '后自动继续' : `，${waiting.untilTitle}`}
                  </>
                )}
                {waiting.dueOn && !waiting.until && !view.suspension && (
                  <>
                    ，<DateText value={waiting.dueOn} /> 前
                  </>
                )}
              </small>
            </li>
          ))}
        </ul>
      )}
      {editable && <ReturnReason view={view} />}
      {editable && yours && (
        <p>
          <ButtonLink
            to={`/apply/${encodeURIComponent(view.business.code)}?case=${encodeURIComponent(view.caseNo)}`}
            icon="edit"
          >
            {view.status === 'draft' ? '继续填写和核对' : '修改填写的内容'}
          </ButtonLink>
        </p>
      )}
      <CaseActions view={view} />
    </section>
  );
}
