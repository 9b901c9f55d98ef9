import type { Business, StepGuide } from '../../api/businesses.ts';
import { Icon, type IconName } from '../../components/Icon.tsx';
import styles from './guide.module.css';
import { stagesOf } from './stages.ts';

const results: Record<string, string> = {
  certificate: '领取不动产权证书',
  proof: '领取不动产登记证明',
  both: '领取证书和证明',
};

/** Who is at work at a stop. Yours are marked by form and word, not by colour alone. */
function markOf(step: StepGuide): { icon: IconName; yours: boolean } {
  if (step.by === '申请人') return { icon: 'person', yours: true };
  if (step.kind === 'automatic') return { icon: 'active', yours: false };
  if (step.kind === 'waiting') return { icon: 'clock', yours: false };
  return { icon: 'document', yours: false };
}

/** The way of a case, drawn from its process: one line down, splitting where work goes on side by side. */
export function StepPicture({ business }: { business: Business }) {
  const stages = stagesOf(business.process, business.steps);
  return (
    <ol className={styles.steps}>
      {stages.map((stage) =>
        'step' in stage ? (
          <Stop key={stage.step.id} step={stage.step} />
        ) : (
          <li
            key={stage.branches
              .flat()
              .map((step) => step.id)
              .join()}
            className={styles.fork}
          >
            <p>同时进行</p>
            <div>
              {stage.branches.map((way) => (
                <ol key={way[0]?.id} className={styles.steps}>
                  {way.map((step) => (
                    <Stop key={step.id} step={step} />
                  ))}
                </ol>
              ))}
            </div>
          </li>
        ),
      )}
      <li className={styles.last}>
        <span className={styles.stop}>
          <Icon name="done" />
        </span>
        <span>
          <b>{results[business.outcome ?? ''] ?? '办结'}</b>
        </span>
      </li>
    </ol>
  );
}

function Stop({ step }: { step: StepGuide }) {
  const { icon, yours } = markOf(step);
  return (
    <li className={yours ? styles.yours : undefined}>
      <span className={styles.stop}>
        <Icon name={icon} />
      </span>
      <span>
        <b>{step.title}</b>
        <small className="secondary">{yours ? '由您办理' : step.by}</small>
      </span>
    </li>
  );
}
