import { isInstant } from '../calendar.ts';
import { wording } from '../draft.ts';
import { law } from '../law.ts';
import { type EffectBase, type EffectDefinition, refuse } from './effect.ts';

/** 异议登记申请人提交起诉受理材料: from then on the objection lasts until it is cancelled (民法典 220). */
export interface ObjectionSuit extends EffectBase {
  readonly type: 'objection-suit';
  /** Id or origin of the objection. */
  readonly objection: string;
  /** Number of the court's notice that the suit was taken up. */
  readonly suit: string;
  /** When the proof reached the registry, ISO instant; the moment of entry when left out. */
  readonly shownAt?: string;
}

export const objectionSuit: EffectDefinition<ObjectionSuit> = {
  type: 'objection-suit',
  title: '异议登记（提交起诉材料）',
  law: [law.objection, law.objectionKept],
  /** In time is who shows it in time: proof handed in on the last day is not lost because it is entered after it. */
  lapseAt(effect, now) {
    const shown = new Date(effect.shownAt ?? now);
    return { objection: { right: effect.objection, until: shown < now ? shown : now } };
  },
  apply(draft, effect) {
    const { shownAt } = effect;
    if (shownAt !== undefined && (!isInstant(shownAt) || new Date(shownAt) > draft.at.now)) {
      return [refuse('SHOWN_INVALID', '提交起诉材料的时间有误或晚于登簿时间。', law.objectionKept)];
    }
    const old = draft.get(effect.objection);
    if (old?.kind !== 'objection') {
      return [refuse('OBJECTION_NOT_CURRENT', '该异议登记已失效或不存在。', law.objection)];
    }
    if (effect.suit.trim() === '') {
      return [refuse('SUIT_MISSING', '没有写明人民法院受理通知的编号。', law.objectionKept)];
    }
    if (old.content.suit === effect.suit) {
      return [refuse('NOTHING_CHANGES', '该起诉材料已经记载。', law.objectionKept)];
    }
    const { lapsesAt: _lapses, ...content } = old.content;
    draft.replace(old, { ...wording(old), content: { ...content, suit: effect.suit } }, effect.reason);
    return [];
  },
};
