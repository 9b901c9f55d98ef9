import type { Citation } from '@hengchan/platform';

/** What a unit is for the purpose of the fee. */
export type FeeClass = 'residential' | 'non-residential' | 'storage';

/** What may lower the fee of a case. */
export type Circumstance =
  | 'small-enterprise'
  | 'affordable-housing'
  | 'between-spouses'
  | 'homestead'
  | 'address-changed'
  | 'ancillary-parking'
  | 'forest-or-farmland'
  | 'reissue'
  | 'alteration'
  | 'rectification'
  | 'cancellation'
  | 'objection'
  | 'advance-notice'
  | 'seizure';

export interface Reduction {
  circumstance: Circumstance;
  /** `none`: nothing is charged. `half`: half of the fee. `certificate`: only the cost of each certificate. */
  leaves: 'none' | 'half' | 'certificate';
  reason: string;
  citation: Citation;
}

/** The statutory fee as it stood from a day on, until the next one. Amounts in fen for one 件. */
export interface FeeGeneration {
  from: string;
  fees: Record<FeeClass, number>;
  /** Each certificate after the first of a 件. */
  furtherCertificate: number;
  citations: Record<FeeClass, Citation>;
  /** In the order they are looked for: the first that applies counts. */
  reductions: readonly Reduction[];
}

/** Fees and exemptions as remembered: none of the articles was checked against its text, so none is named. */
const price2016: Citation = {
  law: '国家发展改革委 财政部关于不动产登记收费标准等有关问题的通知（发改价格规〔2016〕2559号）',
  verified: false,
};
const exemption2016: Citation = {
  law: '财政部 国家发展改革委关于不动产登记收费有关政策问题的通知（财税〔2016〕79号）',
  verified: false,
};
const exemption2019: Citation = {
  law: '财政部 国家发展改革委关于减免部分行政事业性收费有关政策的通知（财税〔2019〕45号）',
  verified: false,
};

const free = (circumstance: Circumstance, reason: string, citation: Citation): Reduction => ({
  circumstance,
  leaves: 'none',
  reason,
  citation,
});

const always: readonly Reduction[] = [
  free('seizure', '依法协助查封，免收登记费', exemption2016),
  free('cancellation', '注销登记，免收登记费', exemption2016),
  free('advance-notice', '预告登记，免收登记费', exemption2016),
  free('small-enterprise', '小微企业（含个体工商户），免收登记费', exemption2016),
  free('affordable-housing', '保障性住房，免收登记费', exemption2016),
  free('address-changed', '行政区划或门牌号变化，免收登记费', exemption2016),
  free('ancillary-parking', '住宅配套车位不单独发证，免收登记费', exemption2016),
  {
    circumstance: 'reissue',
    leaves: 'certificate',
    reason: '换发、补发证书，只收取证书工本费',
    citation: price2016,
  },
  {
    circumstance: 'between-spouses',
    leaves: 'certificate',
    reason: '夫妻间变更权利人，只收取证书工本费',
    citation: price2016,
  },
  {
    circumstance: 'homestead',
    leaves: 'certificate',
    reason: '宅基地使用权及其上房屋，只收取证书工本费',
    citation: price2016,
  },
  { circumstance: 'objection', leaves: 'half', reason: '异议登记，减半收取登记费', citation: exemption2016 },
];

const first: FeeGeneration = {
  from: '2016-12-06',
  fees: { residential: 8_000, 'non-residential': 55_000, storage: 55_000 },
  furtherCertificate: 1_000,
  citations: { residential: price2016, 'non-residential': price2016, storage: price2016 },
  reductions: [
    ...always,
    {
      circumstance: 'alteration',
      leaves: 'half',
      reason: '权利人信息变更，减半收取登记费',
      citation: exemption2016,
    },
    {
      circumstance: 'rectification',
      leaves: 'half',
      reason: '更正登记，减半收取登记费',
      citation: exemption2016,
    },
  ],
};

const since2019: FeeGeneration = {
  ...first,
  from: '2019-07-01',
  fees: { ...first.fees, storage: 8_000 },
  citations: { ...first.citations, storage: exemption2019 },
  reductions: [
    ...always,
    free('alteration', '变更登记，免收登记费', exemption2019),
    free('rectification', '更正登记，免收登记费', exemption2019),
    free('forest-or-farmland', '森林林木、耕地草地水域滩涂等，免收登记费', exemption2019),
  ],
};

export interface FeeSchedule {
  title: string;
  /** Who pays: the party registered as holder of the right. */
  payer: string;
  generations: readonly FeeGeneration[];
}

/** The schedules definitions name. Charged by the 件 and never by area or price (民法典 223). */
export const feeSchedules: Record<'ownership' | 'mortgage', FeeSchedule> = {
  ownership: { title: '不动产登记费', payer: '登记为权利人的一方', generations: [first, since2019] },
  mortgage: { title: '不动产登记费（抵押权）', payer: '抵押权人', generations: [first, since2019] },
};

/** The generation in force on a day; undefined before the first. */
export function feesOn(schedule: FeeSchedule, day: string): FeeGeneration | undefined {
  return schedule.generations.filter((each) => each.from <= day).at(-1);
}
