/** What a parameter rests on. `verified` only where the text of the law itself was read; circulars known from other pages are not. */
export interface Ground {
  law: string;
  article?: string;
  verified: boolean;
}

interface Dated {
  /** First day of contracts it governs, and the last, both included. */
  from: string;
  to?: string;
  grounds: readonly Ground[];
}

/** Preferential deed tax on a family's homes. Rates as decimal text. */
export interface DeedPreference extends Dated {
  lineSquareMetres: number;
  only: { upTo: string; above: string };
  second: { upTo: string; above: string };
}

export interface SaleTax extends Dated {
  /** Levy on the whole price, tax included, when sold within `years` of acquisition. */
  rate: string;
  years: number;
}

const deedLaw: Ground = { law: '中华人民共和国契税法', article: '第三条', verified: true };

/** Statutory range 3% to 5%; the province decides. 3% is this demonstration's province. */
export const deedRate = { rate: '0.03', grounds: [deedLaw] };

export const deedPreferences: readonly DeedPreference[] = [
  {
    from: '2024-12-01',
    lineSquareMetres: 140,
    only: { upTo: '0.01', above: '0.015' },
    second: { upTo: '0.01', above: '0.02' },
    grounds: [deedLaw, { law: '财政部 税务总局 住房城乡建设部公告2024年第16号', verified: false }],
  },
  {
    // Four large cities kept 3% for second homes in this period; they are not modelled.
    from: '2016-02-22',
    to: '2024-11-30',
    lineSquareMetres: 90,
    only: { upTo: '0.01', above: '0.015' },
    second: { upTo: '0.01', above: '0.02' },
    grounds: [deedLaw, { law: '财税〔2016〕23号', verified: false }],
  },
];

export const deedExemptions = {
  'between-spouses': {
    reason: '婚姻关系存续期间夫妻之间变更房屋权属，免征契税',
    grounds: [{ law: '中华人民共和国契税法', article: '第六条', verified: true }],
  },
  inheritance: {
    reason: '法定继承人通过继承承受房屋权属，免征契税',
    grounds: [{ law: '中华人民共和国契税法', article: '第六条', verified: true }],
  },
} as const;

export const valueAddedTax: readonly SaleTax[] = [
  {
    from: '2026-01-01',
    rate: '0.03',
    years: 2,
    grounds: [
      { law: '中华人民共和国增值税法', article: '第十一条', verified: true },
      { law: '财政部 税务总局公告2025年第17号', verified: false },
    ],
  },
  // The full-amount rule; the large cities' difference rule of before 2024-12-01 is not modelled.
  {
    from: '2016-05-01',
    to: '2025-12-31',
    rate: '0.05',
    years: 2,
    grounds: [{ law: '财税〔2016〕36号', verified: false }],
  },
];

/** Levied on the value-added tax, halved for individuals. 7% is the rate of city districts; counties 5%, elsewhere 1%. */
export const surcharges = [
  { tax: 'city-construction', title: '城市维护建设税', rate: '0.035' },
  { tax: 'education', title: '教育费附加', rate: '0.015' },
  { tax: 'local-education', title: '地方教育附加', rate: '0.01' },
] as const;
export const surchargeGrounds: readonly Ground[] = [
  { law: '城市维护建设税、教育费附加、地方教育附加减半征收政策', verified: false },
];

export const incomeTax = {
  gainRate: '0.2',
  gainGrounds: [{ law: '中华人民共和国个人所得税法', article: '第三条', verified: true }],
  assessedRate: '0.01',
  assessedGrounds: [{ law: '国税发〔2006〕108号', verified: false }],
  exemptYears: 5,
  exemptGrounds: [{ law: '财税字〔1994〕20号', verified: false }],
} as const;

/** The parameter in force on a day; undefined before the first. */
export function inForce<Parameter extends Dated>(
  parameters: readonly Parameter[],
  day: string,
): Parameter | undefined {
  return parameters.find((each) => each.from <= day && (each.to === undefined || day <= each.to));
}
