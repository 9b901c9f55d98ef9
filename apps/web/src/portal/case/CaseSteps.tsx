import type { CaseView } from '../../api/types.ts';
import { Icon, type IconName } from '../../components/Icon.tsx';
import { DateText } from '../../components/text.tsx';
import styles from './case.module.css';

type Step = CaseView['steps'][number];

const icons: Record<Step['state'], IconName> = {
  done: 'check',
  current: 'active',
  ahead: 'neutral',
  passed: 'right',
};

const words: Record<Step['state'], string> = {
  done: '已完成',
  current: '正在办理',
  ahead: '尚未开始',
  passed: '不需要',
};

/** The way of the case as a line with dates. */
export function CaseSteps({ steps }: { steps: CaseView['steps'] }) {
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li
          key={step.id}
          className={styles[step.state]}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span className={styles.stop}>
            <Icon name={icons[step.state]} size="1em" />
          </span>
          <span className={styles.stepText}>
            <b>{step.title}</b>
            <small className="secondary">
              {step.doneAt ? <DateText value={step.doneAt} time /> : words[step.state]}
              {step.by && ` · ${step.by}`}
            </small>
          </span>
        </li>
      ))}
    </ol>
  );
}
