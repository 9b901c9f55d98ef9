import type { CaseView } from '../../api/types.ts';
import { shortMoment } from '../components/moments.ts';

type Step = CaseView['steps'][number];

const words: Record<Step['state'], string> = {
  done: '已完成',
  current: '进行中',
  ahead: '未开始',
  passed: '未经过',
};

/** The way of the case: what is behind, where it is, what is ahead. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="desk-steps">
      {steps
        .filter((step) => step.state !== 'passed')
        .map((step) => (
          <li
            key={step.id}
            className={`is-${step.state}`}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            <span>{step.title}</span>
            <small>
              <span className="visually-hidden">{words[step.state]}</span>
              {[byWords(step), momentOf(step)].filter(Boolean).join('，')}
            </small>
          </li>
        ))}
    </ol>
  );
}

function byWords(step: Step): string | undefined {
  return step.for ? `${step.by}代${step.for}` : step.by;
}

function momentOf(step: Step): string | undefined {
  if (step.state === 'done') return shortMoment(step.doneAt ?? step.startedAt, new Date());
  if (step.state === 'current' && step.startedAt) return `${shortMoment(step.startedAt, new Date())} 起`;
  return undefined;
}
