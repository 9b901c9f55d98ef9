import type { BusinessDefinition } from '@hengchan/casework';
import { law } from '@hengchan/registration';
import Type from 'typebox';
import { enforcementProcess } from '../parts/enforcement.ts';
import { deliveredAt, documentNumber, months, originalDocumentNumber, words } from '../parts/fields.ts';
import { courtPapers } from '../parts/materials.ts';
import { authority, respondent } from '../parts/roles.ts';
import { type FamilyPart, type Listing, listed, promised } from './family.ts';
import { always } from './limited-right.ts';

/** What tells one order of an enforcement authority from another. */
type Order = Pick<FamilyPart, 'keywords' | 'summary' | 'laws' | 'parties' | 'form' | 'rules' | 'effects'> & {
  /** The paper the notice of assistance rests on. */
  ruling: string;
  units?: FamilyPart['units'];
};

/** 协助执行: the registry examines the papers and their delivery, not the merits; it charges nothing and issues nothing. */
const enforcement =
  ({ ruling, units, rules, ...order }: Order) =>
  (listing: Listing): BusinessDefinition =>
    listed(listing, {
      ...order,
      audience: '人民法院等有权机关',
      registrationType: '800',
      units: units ?? { minimum: 1, maximum: 1 },
      exclusive: false,
      materials: courtPapers(ruling),
      facts: [],
      rules: [...rules, { rule: 'MATERIALS_COMPLETE', moments: ['accept', 'review'] }],
      process: enforcementProcess,
      limit: promised(1),
      fee: undefined,
      taxed: false,
      notifies: ['court'],
      outcome: 'none',
    });

const seizing = Type.Object({
  documentNumber,
  caseNumber: words('裁定书文号', '查封所依据的裁定', '（2026）苏0402民初字第1108号'),
  months,
  deliveredAt: Type.Optional(deliveredAt),
  applicant: Type.Optional(words('申请执行人', '文书载明的申请人', '示例商贸有限公司')),
});

const orderly = [
  { rule: 'SEIZURE_TERM_LAWFUL', moments: ['accept', 'entry'] },
  { rule: 'DELIVERED_ALREADY', moments: ['accept'] },
] as const;

/** The seizure meant is the authority's own. */
const ownSeizure = [
  { rule: 'UNIT_EXISTS', moments: always },
  { rule: 'SEIZURE_CHOSEN', moments: always },
] as const;

/** 查封: the second and later ones wait in the order of delivery (REG-SEA-09). */
export const seizure = enforcement({
  keywords: ['查封', '轮候查封', '协助执行', '法院'],
  summary: '依人民法院等有权机关的协助执行通知书办理查封；已有查封的，按送达先后轮候。',
  laws: [law.seizureOrder, law.seizureTerm, law.seizedDisposal],
  parties: [authority, respondent],
  form: seizing,
  ruling: '查封裁定书',
  rules: [
    { rule: 'UNIT_EXISTS', moments: always },
    ...orderly,
    { rule: 'RESPONDENT_HOLDS', moments: ['review'] },
  ],
  effects: ['seize'],
});

/** 预查封: of what is not yet registered to the person it is against; turns into a seizure when it is (法发〔2004〕5号). */
export const preSeizure = enforcement({
  keywords: ['预查封', '查封', '协助执行'],
  summary: '被执行人购买但尚未登记到其名下的不动产，依通知书预查封；登记到其名下后自动转为查封。',
  laws: [law.seizureOrder, law.seizureTerm],
  units: { minimum: 1, maximum: 1, source: 'either' },
  parties: [authority, { ...respondent, minimum: 1 }],
  form: seizing,
  ruling: '查封裁定书',
  rules: [{ rule: 'PAGE_OPEN', moments: always }, ...orderly],
  effects: ['pre-seize'],
});

/** 续行查封: before the term is over, by the same authority. */
export const seizureRenewal = enforcement({
  keywords: ['续封', '续行查封', '协助执行', '法院'],
  summary: '查封期限届满前，依作出查封的机关通知续行查封。',
  laws: [law.seizureLapse, law.seizureTerm],
  parties: [authority],
  form: Type.Object({
    documentNumber,
    months,
    originalDocumentNumber: Type.Optional(originalDocumentNumber),
    deliveredAt: Type.Optional(deliveredAt),
  }),
  ruling: '续行查封裁定书',
  rules: [...ownSeizure, { rule: 'SEIZURE_TERM_LAWFUL', moments: ['accept', 'entry'] }],
  effects: ['renew-seizure'],
});

/** 解除查封: the next in the queue takes effect by itself. */
export const seizureRelease = enforcement({
  keywords: ['解封', '解除查封', '注销查封', '法院'],
  summary: '依作出查封的机关的解除查封裁定和协助执行通知书办理；有轮候的，登记在先的自动生效。',
  laws: [law.seizureRelease, law.seizureQueue],
  parties: [authority],
  form: Type.Object({ documentNumber, originalDocumentNumber: Type.Optional(originalDocumentNumber) }),
  ruling: '解除查封裁定书',
  rules: ownSeizure,
  effects: ['release-seizure'],
});
