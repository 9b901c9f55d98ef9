import type { Right, UnitFacts } from '@hengchan/register';
import { lastYear, lately, only } from './acts.ts';
import type { Member } from './cast.ts';
import { openedBy, type Stage } from './stage.ts';

/** Rights and marks beside title, mortgage and seizure, put on a unit before the case begins. */

const term = { termFrom: '2025-01-01', termTo: '2044-12-31' };
const secured = {
  mode: '1',
  principal: 80_000_000,
  termFrom: '2026-01-10',
  termTo: '2046-01-09',
  transferRestricted: false,
} as const;

export interface NoticeWish {
  readonly claimants: readonly Member[];
  readonly obligors: readonly Member[];
  /** 1 预售商品房买卖, 2 其他不动产买卖. */
  readonly kind: '1' | '2';
  /** For a unit that has no page yet. */
  readonly facts?: UnitFacts;
}

const held = (people: readonly Member[]) => (people.length === 1 ? '0' : '1');

/** 预告登记 of a sale. */
export const giveNotice = (stage: Stage, unit: string, wish: NoticeWish): Promise<Right> =>
  only(stage, 'advance-notice', lately + 2, {
    type: 'advance-notice',
    unit,
    reason: '商品房预售合同',
    noticeKind: wish.kind,
    holders: wish.claimants.map(({ identity }) => stage.holder(identity)),
    coOwnership: held(wish.claimants),
    obligors: wish.obligors.map(({ identity }) => stage.seal(identity)),
    amount: 128_000_000,
    contractNumber: `演练预售${stage.turn}号`,
    ...(wish.facts ? { facts: wish.facts } : {}),
  });

export interface MortgageNoticeWish {
  readonly mortgagee: Member;
  readonly obligors: readonly Member[];
  readonly kind: '3' | '4';
  readonly facts?: UnitFacts;
}

/** 抵押权预告登记. */
export const giveMortgageNotice = (stage: Stage, unit: string, wish: MortgageNoticeWish): Promise<Right> =>
  only(stage, 'advance-notice', lately + 1, {
    type: 'advance-notice',
    unit,
    reason: '抵押合同',
    noticeKind: wish.kind,
    holders: [stage.holder(wish.mortgagee.identity)],
    coOwnership: '0',
    obligors: wish.obligors.map(({ identity }) => stage.seal(identity)),
    amount: secured.principal,
    contractNumber: `演练预抵${stage.turn}号`,
    mortgage: { ...secured, debtors: wish.obligors.map(({ identity }) => stage.seal(identity)) },
    ...(wish.facts ? { facts: wish.facts } : {}),
  });

/** 异议登记 of some days ago: it has not lapsed yet. */
export const objectTo = (stage: Stage, unit: string, objector: Member): Promise<Right> =>
  only(stage, 'objection', lately, {
    type: 'objection',
    unit,
    reason: '对登记簿记载的权利人有异议',
    holders: [stage.holder(objector.identity)],
    coOwnership: '0',
    matter: '异议人主张其为共有人之一',
  });

/** 地役权 for one unit on another, on both pages under one proof. */
export async function giveEasement(
  stage: Stage,
  units: { readonly servient: string; readonly dominant: string },
  people: { readonly providers: readonly Member[]; readonly holders: readonly Member[] },
): Promise<Right> {
  const entries = await stage.enterWithProof(
    (proof) =>
      (['servient', 'dominant'] as const).map((side) => ({
        type: 'easement',
        unit: units[side],
        reason: '地役权合同',
        side,
        key: proof,
        servient: [units.servient],
        dominant: [units.dominant],
        holders: people.holders.map(({ identity }) => stage.holder(identity)),
        coOwnership: held(people.holders),
        providers: people.providers.map(({ identity }) => stage.seal(identity)),
        purpose: '通行',
        ...term,
        certificate: proof,
      })),
    lastYear,
  );
  const right = entries.flatMap(openedBy).find((each) => each.kind === 'easement');
  if (!right) throw new Error('no easement came about');
  return right;
}

/** 居住权 for life. */
export const giveHabitation = (
  stage: Stage,
  unit: string,
  people: { readonly providers: readonly Member[]; readonly resident: Member },
): Promise<Right> =>
  only(stage, 'habitation', lastYear, {
    type: 'habitation',
    unit,
    reason: '居住权合同',
    holders: [stage.holder(people.resident.identity)],
    coOwnership: '0',
    providers: people.providers.map(({ identity }) => stage.seal(identity)),
    conditions: '居住权人与配偶共同居住整套住宅，自行承担水电等费用',
    termFrom: term.termFrom,
    mayLet: false,
  });

/** 土地经营权 on contracted land, for twenty years. */
export const giveManagement = (
  stage: Stage,
  unit: string,
  people: { readonly providers: readonly Member[]; readonly manager: Member },
): Promise<Right> =>
  only(stage, 'management', lastYear, {
    type: 'management',
    unit,
    reason: '土地经营权流转合同',
    holders: [stage.holder(people.manager.identity)],
    coOwnership: '0',
    providers: people.providers.map(({ identity }) => stage.seal(identity)),
    contractNumber: `演练流转${stage.turn}号`,
    ...term,
  });

/** 限制登记 by another authority or, without one, by the registry itself. */
export const lockPage = (stage: Stage, unit: string, authority?: Member): Promise<Right> =>
  only(stage, 'lock', lately, {
    type: 'lock',
    unit,
    reason: '权属争议调查期间暂缓登记',
    authority: authority
      ? { name: authority.identity.name, kind: 'court' }
      : { name: stage.office.name, kind: 'other' },
    documentNumber: lockDocument(stage),
  });

/** Number of the paper by which `lockPage` stops a page. */
export const lockDocument = (stage: Stage): string => `演练限〔2026〕${stage.turn}号`;
