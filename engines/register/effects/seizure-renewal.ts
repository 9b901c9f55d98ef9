import { startOfShanghaiDay, toShanghaiDate } from '@hengchan/standards';
import { firstDateAfter, isInstant } from '../calendar.ts';
import { type Draft, wording } from '../draft.ts';
import { law } from '../law.ts';
import { isLawfulTerm, untilOf } from '../seizure-queue.ts';
import type { Authority, Refusal, SeizureRight, Term } from '../state.ts';
import { type EffectBase, type EffectDefinition, refuse } from './effect.ts';

/** 续封: before the old term ends, counted from its end, at most three years. */
export interface SeizureRenewal extends EffectBase {
  readonly type: 'seizure-renewal';
  /** Id or origin of the seizure. */
  readonly seizure: string;
  readonly authority: Authority;
  readonly documentNumber: string;
  readonly deliveredAt: string;
  readonly term: Term;
}

export const seizureRenewal: EffectDefinition<SeizureRenewal> = {
  type: 'seizure-renewal',
  title: '续行查封登记',
  law: [law.seizureTerm, law.seizureEnds],
  /** In time is who delivers in time: a notice that came before the last day is not lost because it is entered after it. */
  lapseAt: (effect, now) => {
    const delivered = new Date(effect.deliveredAt);
    return { seizures: delivered < now ? delivered : now };
  },
  apply(draft, effect) {
    const old = draft.get(effect.seizure);
    if (old?.kind !== 'seizure') {
      return [refuse('SEIZURE_NOT_CURRENT', '该查封已失效或不存在，应重新办理查封登记。', law.seizureEnds)];
    }
    if (old.queue !== 0) {
      return [refuse('SEIZURE_WAITS', '轮候查封尚未生效，不办理续封。', law.queuedSeizure)];
    }
    const until = untilOf(old);
    const refusals = checkRenewal(draft, effect, old, until);
    if (refusals.length > 0) return refusals;

    const effectiveUntil = startOfShanghaiDay(
      firstDateAfter(toShanghaiDate(until), effect.term),
    ).toISOString();
    const content = { ...old.content, effectiveUntil, renewedBy: effect.documentNumber };
    draft.replace(old, { ...wording(old), content }, '续行查封');
    return [];
  },
};

function checkRenewal(draft: Draft, effect: SeizureRenewal, old: SeizureRight, until: Date): Refusal[] {
  const delivered = new Date(effect.deliveredAt);
  if (!isInstant(effect.deliveredAt) || delivered > draft.at.now) {
    return [refuse('DELIVERY_INVALID', '协助执行通知书的送达时间有误或晚于登簿时间。', law.seizureTerm)];
  }
  if (effect.authority.name !== old.content.authority.name) {
    return [refuse('OTHER_AUTHORITY', '续封应由原查封机关办理。', law.seizureTerm)];
  }
  if (delivered >= until) {
    return [refuse('RENEWAL_TOO_LATE', '查封期限已经届满，应重新办理查封登记。', law.seizureEnds)];
  }
  if (!isLawfulTerm(effect.term, toShanghaiDate(until))) {
    return [refuse('TERM_TOO_LONG', '续封期限应为正数，且不得超过三年。', law.seizureTerm)];
  }
  if (startOfShanghaiDay(firstDateAfter(toShanghaiDate(until), effect.term)) <= draft.at.now) {
    return [refuse('TERM_OVER', '续封期限已经届满。', law.seizureEnds)];
  }
  return [];
}
