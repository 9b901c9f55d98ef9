import type { Application, LegalSituation, Subject } from '../legal-case.ts';
import { civil, enforcement, regulation } from '../sources.ts';

const home: LegalSituation = { units: [{ held: ['甲'] }] };
const mortgagedThenSeized: LegalSituation = {
  ...home,
  past: [
    { event: 'mortgage', to: '银行', daysAgo: 30 },
    { event: 'seizure', by: '法院' },
  ],
};
const livedInThenSeized: LegalSituation = {
  ...home,
  past: [
    { event: 'habitation', of: '丙', daysAgo: 30 },
    { event: 'seizure', by: '法院' },
  ],
};
const two = [
  { right: '3', held: ['甲公司'] },
  { right: '3', held: ['乙公司'] },
] as const;
const servedThenSeized: LegalSituation = {
  units: two,
  past: [
    { event: 'easement', over: 'A', for: 'B', daysAgo: 30 },
    { event: 'seizure', by: '法院' },
  ],
};
const alterMortgage = (newValue: string): Application => ({
  apply: 'sep-mortgage-alteration',
  parties: { mortgagor: ['甲'], mortgagee: ['银行'] },
  form: { matter: 'principal', newValue },
});
const lengthenHabitation: Application = {
  apply: 'habitation-alteration',
  channel: 'counter',
  parties: { holder: ['甲'], resident: ['丙'] },
  form: { matter: 'term', newValue: '2060-12-31' },
};
const easement = (apply: string, form: Record<string, unknown> = {}): Application => ({
  apply,
  units: ['A', 'B'],
  parties: { servient: ['甲公司'], dominant: ['乙公司'] },
  form,
});
const endHabitation: Application = {
  apply: 'habitation-cancellation',
  channel: 'counter',
  parties: { holder: ['甲'], resident: ['丙'] },
};

export const burdensMeet: Subject = {
  title: '负担与查封、预告相遇',
  cases: [
    {
      no: '遇-01',
      asks: '查封期间增加抵押担保的数额',
      situation: mortgagedThenSeized,
      act: alterMortgage('900000.00'),
      outcome: { not: 'accepted', because: 'SEIZED_NOT_BURDENED' },
      ...enforcement(24),
    },
    {
      no: '遇-02',
      asks: '查封期间减少抵押担保的数额，有碍执行吗',
      situation: mortgagedThenSeized,
      act: alterMortgage('500000.00'),
      outcome: { register: { mortgages: ['1 银行'], seizures: ['0 法院'] } },
      ...enforcement(24),
    },
    {
      no: '遇-04',
      asks: '查封期间延长地役权期限',
      situation: servedThenSeized,
      act: easement('sep-easement-alteration', { matter: 'term', newValue: '2050-12-31' }),
      outcome: { not: 'accepted', because: 'SEIZED_NOT_BURDENED' },
      ...enforcement(24),
    },
    {
      no: '遇-05',
      asks: '查封期间土地经营权延长期限',
      situation: {
        units: [{ right: '9', held: ['甲'] }],
        past: [
          { event: 'management', of: '乙公司', daysAgo: 30 },
          { event: 'seizure', by: '法院' },
        ],
      },
      act: {
        apply: 'management-alteration',
        channel: 'counter',
        parties: { holder: ['甲'], manager: ['乙公司'] },
        form: { matter: 'term', newValue: '2050-12-31' },
      },
      outcome: { not: 'accepted', because: 'SEIZED_NOT_BURDENED' },
      ...enforcement(24),
    },
    {
      no: '遇-06',
      asks: '查封期间注销居住权，负担减少能否办理',
      situation: livedInThenSeized,
      act: endHabitation,
      outcome: { register: { habitations: [], seizures: ['0 法院'] } },
      ...enforcement(24),
    },
    {
      no: '遇-07',
      asks: '查封期间注销地役权，负担减少能否办理',
      situation: servedThenSeized,
      act: easement('sep-easement-cancellation'),
      outcome: { register: { A: { easements: 0, seizures: ['0 法院'] }, B: { easements: 0 } } },
      ...enforcement(24),
    },
    {
      no: '遇-08',
      asks: '抵押财产被查封后主债权转让，抵押权随之转移吗',
      situation: mortgagedThenSeized,
      act: { apply: 'sep-mortgage-transfer', parties: { mortgagee: ['银行'], newMortgagee: ['另一银行'] } },
      outcome: { register: { mortgages: ['1 另一银行'], seizures: ['0 法院'] } },
      ...civil(407),
    },
    {
      no: '遇-09',
      asks: '查封期间预告登记权利人申请注销预告',
      situation: {
        ...home,
        past: [
          { event: 'notice', of: '乙', by: '甲', daysAgo: 30 },
          { event: 'seizure', by: '法院' },
        ],
      },
      act: { apply: 'sep-notice-cancellation', parties: { claimant: ['乙'] } },
      outcome: { register: { notices: [], seizures: ['0 法院'] } },
      ...civil(221),
    },
    {
      no: '遇-10',
      asks: '限制登记期间延长居住权期限',
      situation: { ...home, past: [{ event: 'habitation', of: '丙', daysAgo: 30 }, { event: 'lock' }] },
      act: lengthenHabitation,
      outcome: { not: 'accepted', because: 'UNIT_NOT_LOCKED' },
      ...regulation(22),
    },
    {
      no: '遇-11',
      asks: '预告登记期间增加抵押担保的数额，预告登记权利人没有同意',
      situation: {
        ...home,
        past: [
          { event: 'mortgage', to: '银行', daysAgo: 30 },
          { event: 'notice', of: '乙', by: '甲' },
        ],
      },
      act: alterMortgage('900000.00'),
      outcome: { not: 'accepted', because: 'NOTICED_NOT_BURDENED' },
      ...civil(221),
    },
    {
      no: '遇-12',
      asks: '供役地已预告登记给他人，未经其同意延长地役权期限',
      situation: {
        units: two,
        past: [
          { event: 'easement', over: 'A', for: 'B', daysAgo: 30 },
          { event: 'notice', of: '乙', by: '甲公司' },
        ],
      },
      act: easement('sep-easement-alteration', { matter: 'term', newValue: '2050-12-31' }),
      outcome: { not: 'accepted', because: 'NOTICED_NOT_BURDENED' },
      ...civil(221),
    },
    {
      no: '遇-13',
      asks: '首封期满、轮候已生效，能否办理转移',
      situation: {
        ...home,
        past: [
          { event: 'seizure', by: '法院', daysAgo: 60, months: 1 },
          { event: 'seizure', by: '另一法院', daysAgo: 50 },
        ],
      },
      act: { apply: 'sep-house-transfer', parties: { transferor: ['甲'], transferee: ['乙'] } },
      outcome: { not: 'accepted', because: 'UNIT_NOT_SEIZED' },
      ...enforcement(26),
    },
    {
      no: '遇-14',
      asks: '首封、轮候先后期满都未续，能否办理转移',
      situation: {
        ...home,
        past: [
          { event: 'seizure', by: '法院', daysAgo: 400, months: 3 },
          { event: 'seizure', by: '另一法院', daysAgo: 390, months: 6 },
        ],
      },
      act: { apply: 'sep-house-transfer', parties: { transferor: ['甲'], transferee: ['乙'] } },
      outcome: { accepted: true },
      ...enforcement(27),
    },
    {
      no: '遇-15',
      asks: '查封期满前几日能否办理转移',
      situation: { ...home, past: [{ event: 'seizure', by: '法院', daysAgo: 1090 }] },
      act: { apply: 'sep-house-transfer', parties: { transferor: ['甲'], transferee: ['乙'] } },
      outcome: { not: 'accepted', because: 'UNIT_NOT_SEIZED' },
      ...enforcement(27),
    },
    {
      no: '遇-16',
      asks: '异议因逾期失效，查封仍在吗',
      situation: {
        ...home,
        past: [
          { event: 'objection', by: '丙' },
          { event: 'seizure', by: '法院' },
        ],
      },
      act: { look: 30 },
      outcome: { register: { objections: [], seizures: ['0 法院'] } },
      ...civil(220),
    },
  ],
};
