import type { BusinessDefinition, MaterialRequirement, PartyRole, RuleUse } from '@hengchan/casework';
import type { TObject, TSchema } from 'typebox';
import { filedContract } from '../parts/disposal.ts';
import { identityDocument, signedApplication } from '../parts/materials.ts';
import { usualProcess } from '../parts/process.ts';
import { consenting } from '../parts/roles.ts';
import { type Listing, listed, promised } from './family.ts';

export const always = ['accept', 'review', 'entry'] as const;

/** What tells one business about a right that limits a title from another. */
export interface LimitedRight {
  keywords: readonly string[];
  summary: string;
  audience: string;
  registrationType: string;
  laws: BusinessDefinition['laws'];
  rightTypes?: readonly string[];
  units?: BusinessDefinition['units'];
  parties: readonly PartyRole[];
  form: TObject<Record<string, TSchema>>;
  materials: readonly MaterialRequirement[];
  rules: readonly RuleUse[];
  effects: readonly string[];
  outcome: BusinessDefinition['outcome'];
  /** Keeps other disposals out meanwhile. */
  exclusive?: boolean;
  /** Schedule of the fee and the role that pays it; free when left out. */
  fee?: { schedule: string; payer: string };
  /** One party alone applies. */
  alone?: boolean;
  /** It may be about a unit that nobody has the title of yet. */
  untitled?: boolean;
  /** The contract of sale is asked of the housing department, and filed there where it was not before. */
  contract?: boolean;
  /** May be decided without a person where the office says so. */
  automatic?: boolean;
  siteVisit?: boolean;
  /** 审核 by a person of its own before the decision. */
  review?: boolean;
  /** Roles whose identity is asked for although they say nothing in the case. */
  identified?: readonly string[];
  notifies?: readonly string[];
  workingDays?: number;
}

/** 他项权利的登记: usual process, identity of everybody who speaks, and what stands on the page checked before the business's own rules. */
export const limitedRight =
  (what: LimitedRight) =>
  (listing: Listing): BusinessDefinition => {
    const speaking = what.parties.filter((role) => role.confirms || role.opens).map((role) => role.role);
    return listed(listing, {
      keywords: what.keywords,
      summary: what.summary,
      audience: what.audience,
      registrationType: what.registrationType,
      laws: what.laws,
      ...(what.rightTypes ? { rightTypes: what.rightTypes } : {}),
      units: what.units ?? { minimum: 1, maximum: 1 },
      exclusive: what.exclusive ?? false,
      parties: what.parties,
      form: what.form,
      materials: [signedApplication, ...what.materials, identityDocument],
      facts: [
        {
          kind: 'identity',
          title: '身份核验',
          source: '公安、市场监管部门',
          each: [...speaking, ...(what.identified ?? [])],
          question: 'identity',
        },
        ...(what.contract ? [filedContract] : []),
      ],
      rules: [
        { rule: 'PAGE_OPEN', moments: always },
        ...(what.untitled ? [] : [{ rule: 'UNIT_EXISTS', moments: always } as const]),
        ...(what.rightTypes ? [{ rule: 'RIGHT_TYPE_FITS', moments: ['accept', 'entry'] } as const] : []),
        ...what.rules,
        { rule: 'MATERIALS_COMPLETE', moments: ['accept', 'review'] },
        { rule: 'IDENTITY_CONFIRMED', moments: ['review'] },
        { rule: 'IDENTITY_VERIFIED', moments: ['review'] },
        ...(what.fee ? [{ rule: 'FEE_PAID', moments: ['entry'] } as const] : []),
      ],
      process: usualProcess({
        confirm: !what.alone,
        contract: what.contract ?? false,
        automatic: what.automatic ?? false,
        siteVisit: what.siteVisit ?? false,
        review: what.review ?? false,
        ...(what.fee ? { payer: what.fee.payer } : {}),
      }),
      limit: promised(what.workingDays ?? 1),
      fee: what.fee?.schedule,
      taxed: false,
      effects: what.effects,
      notifies: what.notifies ?? [],
      outcome: what.outcome,
    });
  };

/** The right exists and belongs to who comes. */
export const chosen = (kind: string, role: string): RuleUse => ({
  rule: 'RIGHT_CHOSEN',
  moments: always,
  parameters: { kind, role },
});

/** Somebody else's hands on the title, or promise of it, let a right on it change but not grow. */
export const notGrowing = (kind: string): readonly RuleUse[] => [
  { rule: 'SEIZED_NOT_BURDENED', moments: always, parameters: { kind } },
  { rule: 'NOTICED_NOT_BURDENED', moments: always, parameters: { kind } },
];

/** Who was promised the title agrees to what a right on it becomes. */
export const promisedAgree = consenting('预告登记权利人', '不动产已办理预告登记的，延长期限须其同意。');

/** The notice exists, is in force and belongs to all who come, and to nobody else. */
export const noticeChosen = (
  role: string,
  promised: 'title' | 'mortgage' | 'any',
  proof: string,
): RuleUse => ({ rule: 'NOTICE_CHOSEN', moments: always, parameters: { role, promised, proof } });

/** What must not stand in the way of burdening or disposing of a title. */
export const freeToDispose: readonly RuleUse[] = [
  { rule: 'UNIT_NOT_LOCKED', moments: always },
  { rule: 'UNIT_NOT_SEIZED', moments: always },
  { rule: 'UNIT_NOT_PENDING', moments: always },
  { rule: 'NOTICE_CONSENTED', moments: always },
  { rule: 'OBJECTION_ACKNOWLEDGED', moments: ['accept', 'review'] },
];
