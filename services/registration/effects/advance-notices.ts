import type { AdvanceNoticeRight, CoOwnership, Effect } from '@hengchan/register';
import { yuan } from '@hengchan/standards';
import { dependentsOf, newNameIn, noticeChange, noticesMeant, type Promised } from '../advance-notice.ts';
import {
  type CaseUnitState,
  consentsOf,
  type EffectBuilder,
  type EffectContext,
  holderOf,
  partiesIn,
  personOf,
  requiredText,
  textOf,
  type UnitContext,
} from './build.ts';
import { establishMortgage } from './mortgage.ts';
import { transferOwnership } from './transfer-ownership.ts';

/** 预告登记 (民法典 221): of a title or of a mortgage, given, altered, passed on, ended, and fulfilled. */

const heldBy = (context: EffectContext, count: number): CoOwnership =>
  (textOf(context, 'coOwnership') as CoOwnership | undefined) ?? (count > 1 ? '1' : '0');
const together = (count: number): CoOwnership => (count > 1 ? '1' : '0');

const hasTitle = ({ state }: CaseUnitState) => state?.rights.some((right) => right.kind === 'ownership');
/** What will open the page of a home that is still being built. */
const pageOf = ({ state, surveyed }: CaseUnitState) => (!state && surveyed ? { facts: surveyed } : {});

/** 预告登记 of a sale: 预售商品房 (1) while the home has no title, 其他不动产 (2) once it has. */
export const giveNotice: EffectBuilder = (context) => {
  const holders = partiesIn(context, 'claimant').map(holderOf);
  const price = textOf(context, 'price');
  const contractNumber = textOf(context, 'contractNumber') ?? context.contractNumber;
  const registrableFrom = textOf(context, 'registrableFrom');
  return context.units.map((unit) => ({
    type: 'advance-notice',
    unit: unit.code,
    reason: textOf(context, 'reason') ?? (hasTitle(unit) ? '不动产买卖' : '商品房预售'),
    noticeKind: hasTitle(unit) ? '2' : '1',
    holders,
    coOwnership: heldBy(context, holders.length),
    obligors: partiesIn(context, 'obligor').map(personOf),
    ...(price === undefined ? {} : { amount: yuan(price) }),
    ...(contractNumber === undefined ? {} : { contractNumber }),
    ...(registrableFrom === undefined ? {} : { registrableFrom }),
    ...pageOf(unit),
  }));
};

/** 抵押预告登记: who was promised the title promises the mortgage on it. */
export const giveMortgageNotice: EffectBuilder = (context) => {
  const holders = partiesIn(context, 'mortgagee').map(holderOf);
  const obligors = partiesIn(context, 'claimant').map(personOf);
  const debtors = partiesIn(context, 'debtor').map(personOf);
  const scope = textOf(context, 'scope');
  const contractNumber = textOf(context, 'mortgageContractNumber');
  const principal = yuan(requiredText(context, 'principal'));
  const contract = contractNumber === undefined ? {} : { contractNumber };
  return context.units.map((unit) => ({
    type: 'advance-notice',
    unit: unit.code,
    reason: '抵押合同',
    noticeKind: hasTitle(unit) ? '4' : '3',
    holders,
    coOwnership: together(holders.length),
    obligors,
    amount: principal,
    ...contract,
    mortgage: {
      mode: requiredText(context, 'mode') === '2' ? '2' : '1',
      principal,
      termFrom: requiredText(context, 'termFrom'),
      termTo: requiredText(context, 'termTo'),
      transferRestricted: context.record.case.form.transferRestricted === true,
      ...(scope === undefined ? {} : { scope }),
      ...contract,
      debtors: debtors.length > 0 ? debtors : obligors,
    },
  }));
};

/** Which notice of whom a builder is about, and the field of the form that names its proof. */
interface Which {
  readonly role: string;
  readonly promised: Promised;
  readonly proof: string;
}

const ofTitle = { promised: 'title', proof: 'noticeNumber' } as const;
const ofMortgage = { role: 'mortgagee', promised: 'mortgage', proof: 'mortgageNoticeNumber' } as const;
const both = (context: EffectContext, suffix: string) =>
  context.definition.effects.some((effect) => effect === suffix);

/** The notice of the title where the case is about that of the mortgage too, else whichever the claimants mean. */
const claimed = (context: EffectContext, mate: string): Which =>
  both(context, mate)
    ? { role: 'claimant', ...ofTitle }
    : { role: 'claimant', promised: 'any', proof: 'proofNumber' };

function noticeMeant(context: UnitContext, { role, promised, proof }: Which): AdvanceNoticeRight | undefined {
  const people = partiesIn(context, role).map((party) => party.id_index);
  const found = noticesMeant(context.unit.rights, people, promised, textOf(context, proof));
  return found.length === 1 ? found[0] : undefined;
}

const onEachPage =
  (build: (context: UnitContext) => readonly Effect[]): EffectBuilder =>
  (context) =>
    context.units.flatMap(({ code, state }) => {
      if (!state) throw new Error(`unit ${code} has no page`);
      return build({ ...context, unit: state, unitCode: code });
    });

const consents = (context: UnitContext) => {
  const agreed = consentsOf(context, ['mortgage', 'advance-notice']);
  return agreed.length > 0 ? { consents: agreed } : {};
};

const baseOf = (context: UnitContext, notice: AdvanceNoticeRight | undefined) => ({
  unit: context.unitCode,
  reason: textOf(context, 'reason') ?? context.definition.name,
  right: notice?.id ?? '',
});

/** The holders under the name the form gives one of them, where it is about that. */
function renamed(context: UnitContext, notice: AdvanceNoticeRight, role: string) {
  const name = newNameIn(context.record.case.form);
  if (name === undefined) return {};
  const people = partiesIn(context, role).filter((party) => party.name === name);
  return {
    holders: notice.holders.map(({ certificate: _old, ...holder }) => ({
      ...holder,
      name: people.some((party) => party.id_index === holder.idIndex) ? name : holder.name,
    })),
  };
}

/** 预告登记的变更: what the form says otherwise; a notice it leaves as it is gets no entry. */
const alter = (whichOf: (context: EffectContext) => Which) =>
  onEachPage((context) => {
    const which = whichOf(context);
    const notice = noticeMeant(context, which);
    const content = notice && noticeChange(notice.content, context.record.case.form);
    const people = notice ? renamed(context, notice, which.role) : {};
    if (notice && !content && !('holders' in people)) return [];
    return [{ type: 'right-alteration', ...baseOf(context, notice), content: content ?? {}, ...people }];
  });

export const alterNotice = alter((context) => claimed(context, 'alter-mortgage-notice'));
export const alterMortgageNotice = alter(() => ofMortgage);

/** The mortgage promised on what passes is promised by the new people from now on; the bank stays or passes its own notice on too. */
function followed(context: UnitContext, notice: AdvanceNoticeRight): Effect {
  const holders = partiesIn(context, 'newMortgagee').map(holderOf);
  const obligors = partiesIn(context, 'newClaimant').map(personOf);
  const base = { ...baseOf(context, notice), ...consents(context) };
  return holders.length > 0
    ? { type: 'right-transfer', ...base, holders, coOwnership: together(holders.length), obligors }
    : { type: 'right-alteration', ...base, content: { obligors } };
}

/** 预告登记的转移: what was promised goes to others, and with it who promised a mortgage on it. */
export const transferNotice = onEachPage((context) => {
  const notice = noticeMeant(context, claimed(context, 'transfer-mortgage-notice'));
  const holders = partiesIn(context, 'newClaimant').map(holderOf);
  const passed: Effect = {
    type: 'right-transfer',
    ...baseOf(context, notice),
    holders,
    coOwnership: heldBy(context, holders.length),
    ...consents(context),
  };
  const resting = notice ? dependentsOf(notice, context.unit.rights) : [];
  return both(context, 'transfer-mortgage-notice')
    ? [passed]
    : [passed, ...resting.map((each) => followed(context, each))];
});

/** 双预告的转移, the mortgage's part. */
export const transferMortgageNotice = onEachPage((context) => {
  const notice = noticeMeant(context, ofMortgage);
  if (!notice) throw new Error(`no notice of a mortgage on ${context.unitCode}`);
  return [followed(context, notice)];
});

const end = (whichOf: (context: EffectContext) => Which) =>
  onEachPage((context) => [
    {
      type: 'right-cancellation',
      ...baseOf(context, noticeMeant(context, whichOf(context))),
      ...consents(context),
    },
  ]);

/** 预告登记的注销: the claim is gone or given up. */
export const cancelNotice = end((context) => claimed(context, 'cancel-mortgage-notice'));
export const cancelMortgageNotice = end(() => ofMortgage);

/** What an effect fulfils: the notice the parties mean. */
const fulfilling =
  (build: EffectBuilder, type: 'transfer' | 'mortgage', which: Which): EffectBuilder =>
  (context) => {
    const meant = new Map(
      context.units.map(({ code, state }) => [
        code,
        state && noticeMeant({ ...context, unit: state, unitCode: code }, which)?.id,
      ]),
    );
    return build(context).map((effect) =>
      effect.type === type ? { ...effect, converts: meant.get(effect.unit) ?? '' } : effect,
    );
  };

/** 预告登记转本登记: the promised title passes and the notice ends with it. */
export const convertNotice = fulfilling(transferOwnership, 'transfer', { role: 'transferee', ...ofTitle });
/** … the promised mortgage is registered and counts from the day of the notice (担保解释 52). */
export const convertMortgageNotice = fulfilling(establishMortgage, 'mortgage', ofMortgage);
