import type { Business } from '../../api/businesses.ts';
import { Icon, type IconName } from '../../components/Icon.tsx';
import styles from './guide.module.css';

const staff = '登记机构';

/** Who does a step, as a citizen would say it. */
function doer(by: string | undefined, kind: string, business: Business): { icon: IconName; title: string } {
  if (kind === 'automatic') return { icon: 'active', title: '系统自动办理' };
  if (kind === 'waiting') return { icon: 'clock', title: by ?? '有关部门' };
  if (by === 'opener' || by === 'applicant') return { icon: 'person', title: '申请人' };
  if (by === 'each') return { icon: 'people', title: '各方当事人，各自确认' };
  const party = business.parties.find((role) => role.role === by);
  if (party) return { icon: 'person', title: party.title };
  const chinese = by !== undefined && /\p{Script=Han}/u.test(by);
  return { icon: 'document', title: chinese ? by : staff };
}

/** The way of a case from the process itself: one line down, who is at work at each stop. */
export function StepPicture({ business }: { business: Business }) {
  const steps = business.steps.filter((step) => !['fork', 'join'].includes(step.kind));
  return (
    <ol className={styles.steps}>
      {steps.map((step) => {
        const { icon, title } = doer(step.by, step.kind, business);
        const end = step.kind === 'end';
        return (
          <li
            key={step.id}
            className={step.kind === 'human' && icon !== 'document' ? styles.yours : undefined}
          >
            <span className={styles.stop}>
              <Icon name={end ? 'done' : icon} />
            </span>
            <span>
              <b>{step.title}</b>
              {!end && <small className="secondary">{title}</small>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
