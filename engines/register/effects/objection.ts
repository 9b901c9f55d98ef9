import { toShanghaiDate } from '@hengchan/standards';
import { issueCertificates } from '../certificates.ts';
import { areSamePeople, checkHolders } from '../holders.ts';
import { afterDays, daysOfObjection } from '../lapse.ts';
import { law } from '../law.ts';
import { areAmong } from '../restrictions.ts';
import { objectionRightType } from '../right-types.ts';
import type { CoOwnership, SealedHolder } from '../state.ts';
import { type EffectBase, type EffectDefinition, optional, refuse } from './effect.ts';

/** 异议登记: warns everyone, stops no disposal, and lapses unless a suit is shown. */
export interface Objection extends EffectBase {
  readonly type: 'objection';
  /** Local right-type code; 97 when left out. */
  readonly rightType?: string;
  /** The applicants. */
  readonly holders: readonly SealedHolder[];
  readonly coOwnership: CoOwnership;
  /** 异议事项. */
  readonly matter: string;
  /**
   * Calendar days it lasts without a suit, the day of entry not counted; 15 when left out. More when the fifteenth is
   * a public holiday (民法典 203): the calendar of holidays is not the register's, so whoever enters it says so.
   */
  readonly days?: number;
  readonly certificate?: string;
}

const mostDays = 60;

export const objection: EffectDefinition<Objection> = {
  type: 'objection',
  title: '异议登记',
  law: [law.objection, law.objectionRules],
  apply(draft, effect) {
    const days = effect.days ?? daysOfObjection;
    const ownership = draft.ownership();
    const refusals = checkHolders(effect.holders, effect.coOwnership);
    if (!ownership)
      refusals.push(refuse('NO_OWNERSHIP', '该不动产单元没有可以提出异议的现势权利。', law.objection));
    if (ownership && areSamePeople(effect.holders, ownership.holders)) {
      refusals.push(
        refuse('OBJECTOR_IS_HOLDER', '登记簿记载的权利人可以申请更正登记，不办理异议登记。', law.objection),
      );
    }
    if (draft.of('objection').some((each) => each.holders.some((one) => areAmong([one], effect.holders)))) {
      refusals.push(
        refuse('OBJECTION_TWICE', '该申请人的异议登记仍然有效，不能重复办理。', law.objectionKept),
      );
    }
    if (effect.matter.trim() === '') {
      refusals.push(refuse('MATTER_MISSING', '没有写明异议事项。', law.objectionRules));
    }
    if (!Number.isSafeInteger(days) || days < daysOfObjection || days > mostDays) {
      refusals.push(refuse('TERM_INVALID', '异议登记的有效期限不得少于十五日。', law.objection));
    }
    if (refusals.length > 0) return refusals;

    const right = draft.open({
      kind: 'objection',
      rightType: effect.rightType ?? objectionRightType,
      holders: effect.holders,
      coOwnership: effect.coOwnership,
      ...optional('certificate', effect.certificate),
      content: {
        matter: effect.matter,
        lapsesAt: afterDays(toShanghaiDate(draft.at.now), days).toISOString(),
        reason: effect.reason,
      },
    });
    issueCertificates(draft, right, effect.certificate, effect.holders);
    return [];
  },
};
