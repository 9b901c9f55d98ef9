import { useState } from 'react';
import type { CaseView } from '../../api/types.ts';
import { Button } from '../../components/Button.tsx';
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
  passed: '未进行',
};

/** The way of the case as a line with dates. On a phone only what is near now, until one asks for all. */
export function CaseSteps({ steps }: { steps: CaseView['steps'] }) {
  const [all, setAll] = useState(false);
  const done = steps.filter((step) => step.state === 'done').length;
  const near = nearest(steps);
  return (
    <>
      <h2 className="visually-hidden">办理进度</h2>
      <ol className={all ? styles.steps : `${styles.steps} ${styles.folded}`}>
        {steps.map((step) => (
          <li
            key={step.id}
            className={near.has(step.id) ? `${styles[step.state]} ${styles.near}` : styles[step.state]}
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
      <div className={styles.unfold}>
        <Button kind="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? '只看当前' : `共 ${steps.length} 步，已完成 ${done} 步，全部展开`}
        </Button>
      </div>
    </>
  );
}

/** What goes on now, the step before and the one after. */
function nearest(steps: CaseView['steps']): Set<string> {
  const now = steps.flatMap((step, index) => (step.state === 'current' ? [index] : []));
  const reached = steps.findLastIndex((step) => step.state === 'done');
  const first = now[0] ?? reached;
  const last = now.at(-1) ?? reached;
  return new Set(steps.slice(Math.max(first - 1, 0), last + 2).map((step) => step.id));
}
