import { isDateText, startOfShanghaiDay, toShanghaiDate } from '@hengchan/standards';
import { firstDateAfter, isInstant } from '../calendar.ts';
import type { Draft } from '../draft.ts';
import { law } from '../law.ts';
import { seizureRightType } from '../right-types.ts';
import { isLawfulTerm, joinQueue } from '../seizure-queue.ts';
import type { Authority, Refusal, SealedPerson, SeizureContent, Term, UnitFacts } from '../state.ts';
import { type EffectBase, type EffectDefinition, optional, refuse } from './effect.ts';

/** 查封登记. Whether it is in force or waits (轮候) follows from the time of delivery, never from the order of entry. */
export interface Seizure extends EffectBase {
  readonly type: 'seizure';
  /** Local right-type code; 98 when left out. */
  readonly rightType?: string;
  /** 1 seizure, 3 pre-seizure (预查封). Codes 2 and 4 (queued) are a result, not an input. */
  readonly kind: '1' | '3';
  readonly authority: Authority;
  /** Number of the ruling (裁定书). */
  readonly caseNumber: string;
  /** Number of the notice to assist in enforcement (协助执行通知书). */
  readonly documentNumber: string;
  /** When the notice reached the registry, ISO instant. */
  readonly deliveredAt: string;
  /** At most three years in all. */
  readonly term: Term;
  /** First day, calendar date; left out: the day of delivery. Without meaning for one that waits. */
  readonly from?: string;
  /** 申请执行人. */
  readonly applicant?: string;
  /** 被执行人; needed for a pre-seizure. */
  readonly respondent?: SealedPerson;
  /** For a pre-seizure of a unit that has no page yet. */
  readonly facts?: UnitFacts;
}

export const seizure: EffectDefinition<Seizure> = {
  type: 'seizure',
  title: '查封登记',
  law: [law.seizureTerm, law.seizureByDelivery, law.queuedSeizure],
  apply(draft, effect) {
    const refusals = [
      ...checkUnit(draft, effect),
      ...checkNotice(draft, effect),
      ...checkTerm(draft, effect),
    ];
    if (refusals.length > 0) return refusals;
    if (!draft.unit && effect.facts) draft.setUnit(effect.facts);
    joinQueue(draft, contentOf(effect), effect.rightType ?? seizureRightType, firstDay(effect));
    return [];
  },
};

const firstDay = (effect: Seizure): string => effect.from ?? toShanghaiDate(new Date(effect.deliveredAt));

function contentOf(effect: Seizure): SeizureContent {
  return {
    kind: effect.kind,
    authority: effect.authority,
    caseNumber: effect.caseNumber,
    documentNumber: effect.documentNumber,
    deliveredAt: effect.deliveredAt,
    term: effect.term,
    ...optional('applicant', effect.applicant),
    ...optional('respondent', effect.respondent),
    reason: effect.reason,
  };
}

/** A seizure needs a registered right; a pre-seizure needs its absence, or at least another owner. */
function checkUnit(draft: Draft, effect: Seizure): Refusal[] {
  const ownership = draft.ownership();
  if (effect.kind === '1') {
    if (ownership) return [];
    return [refuse('NO_OWNERSHIP', '该不动产单元尚无已登记的权利，应办理预查封。', law.preSeizureConverts)];
  }
  const respondent = effect.respondent;
  if (!respondent) return [refuse('RESPONDENT_MISSING', '预查封须载明被执行人。', law.preSeizureConverts)];
  if (ownership?.holders.some((each) => each.idIndex === respondent.idIndex)) {
    return [refuse('SEIZURE_EXPECTED', '该不动产已登记在被执行人名下，应办理查封。', law.preSeizureConverts)];
  }
  if (draft.unit) return [];
  if (!effect.facts) return [refuse('UNIT_NOT_REGISTERED', '该不动产单元没有登记簿页，须提供自然状况。')];
  if (effect.facts.code === effect.unit) return [];
  return [refuse('UNIT_CODE_DIFFERS', '登记内容的不动产单元号与所登记单元不一致。', law.unitHasOneCode)];
}

function checkNotice(draft: Draft, effect: Seizure): Refusal[] {
  if (!isInstant(effect.deliveredAt) || new Date(effect.deliveredAt) > draft.at.now) {
    return [
      refuse('DELIVERY_INVALID', '协助执行通知书的送达时间有误或晚于登簿时间。', law.seizureByDelivery),
    ];
  }
  const twice = draft
    .seizures()
    .some(
      ({ content }) =>
        content.authority.name === effect.authority.name && content.documentNumber === effect.documentNumber,
    );
  if (!twice) return [];
  return [refuse('SEIZURE_TWICE', '同一协助执行通知书已办理查封登记。', law.queuedSeizure)];
}

function checkTerm(draft: Draft, effect: Seizure): Refusal[] {
  if (!isInstant(effect.deliveredAt)) return [];
  const from = firstDay(effect);
  if (!isDateText(from) || from > toShanghaiDate(draft.at.now)) {
    return [refuse('TERM_INVALID', '查封起始日期有误或晚于登簿日期。', law.seizureTerm)];
  }
  if (!isLawfulTerm(effect.term, from)) {
    return [refuse('TERM_TOO_LONG', '查封不动产的期限应为正数，且不得超过三年。', law.seizureTerm)];
  }
  if (startOfShanghaiDay(firstDateAfter(from, effect.term)) > draft.at.now) return [];
  return [refuse('TERM_OVER', '查封期限已经届满。', law.seizureEnds)];
}
