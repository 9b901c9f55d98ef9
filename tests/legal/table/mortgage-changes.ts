import type { Application, LegalSituation, Subject } from '../legal-case.ts';
import { civil, enforcement, regulation } from '../sources.ts';

const home: LegalSituation = { units: [{ held: ['甲'] }] };
const mortgaged: LegalSituation = { ...home, past: [{ event: 'mortgage', to: '银行' }] };
const twice: LegalSituation = {
  ...home,
  past: [
    { event: 'mortgage', to: '银行', daysAgo: 30 },
    { event: 'mortgage', to: '另一银行' },
  ],
};
const maximum: LegalSituation = { ...home, past: [{ event: 'mortgage', to: '银行', maximum: true }] };
const end: Application = {
  apply: 'mortgage-cancellation',
  channel: 'counter',
  parties: { mortgagee: ['银行'] },
};
const pass: Application = {
  apply: 'sep-mortgage-transfer',
  parties: { mortgagee: ['银行'], newMortgagee: ['另一银行'] },
};
const alter: Application = {
  apply: 'sep-mortgage-alteration',
  parties: { mortgagor: ['甲'], mortgagee: ['银行'] },
};
const raised = { matter: 'principal', newValue: '900000.00' };
const fix: Application = {
  apply: 'maximum-mortgage-fixed',
  channel: 'counter',
  parties: { mortgagor: ['甲'], mortgagee: ['银行'] },
  form: { determinedOn: '@-1', principal: '500000.00' },
};

export const mortgageChanges: Subject = {
  title: '抵押权的变更、转移、注销',
  cases: [
    {
      no: '抵-17',
      asks: '债权消灭，抵押权人能否单方申请注销',
      situation: mortgaged,
      act: end,
      outcome: { register: { held: ['甲'], mortgages: [] } },
      ...civil(393),
    },
    {
      no: '抵-18',
      asks: '不是登记的抵押权人，能否申请注销抵押',
      situation: mortgaged,
      act: { ...end, parties: { mortgagee: ['另一银行'] } },
      outcome: { not: 'accepted', because: 'MORTGAGE_CHOSEN' },
      ...regulation(18),
    },
    {
      no: '抵-19',
      asks: '同一银行有两笔抵押，不写明哪一笔能否注销',
      situation: {
        ...home,
        past: [
          { event: 'mortgage', to: '银行', daysAgo: 9 },
          { event: 'mortgage', to: '银行' },
        ],
      },
      act: end,
      outcome: { not: 'accepted', because: 'MORTGAGE_CHOSEN' },
      ...regulation(16),
    },
    {
      no: '抵-20',
      asks: '同一银行有两笔抵押，写明证明号的只注销那一笔吗',
      situation: {
        ...home,
        past: [
          { event: 'mortgage', to: '银行', daysAgo: 9 },
          { event: 'mortgage', to: '银行' },
        ],
      },
      act: { ...end, form: { proofNumber: '@proof' } },
      outcome: { register: { mortgages: ['1 银行'] } },
      ...civil(393),
    },
    {
      no: '抵-21',
      asks: '查封期间能否注销抵押',
      situation: {
        ...home,
        past: [
          { event: 'mortgage', to: '银行', daysAgo: 30 },
          { event: 'seizure', by: '法院' },
        ],
      },
      act: end,
      outcome: { register: { mortgages: [], seizures: ['0 法院'] } },
      ...enforcement(24),
    },
    {
      no: '抵-22',
      asks: '主债权转让，抵押权一并转移且顺位不变吗',
      situation: twice,
      act: { ...pass, parties: { mortgagee: ['银行'], newMortgagee: ['丙'] } },
      outcome: { register: { mortgages: ['1 丙', '2 另一银行'] } },
      ...civil(407),
    },
    {
      no: '抵-23',
      asks: '最高额抵押债权确定前，没有另外约定能否转移抵押权',
      situation: maximum,
      act: pass,
      outcome: { not: 'accepted', because: 'MAXIMUM_TRANSFER_AGREED' },
      ...civil(421),
    },
    {
      no: '抵-24',
      asks: '最高额抵押债权确定前，当事人另有约定能否转移',
      situation: maximum,
      act: { ...pass, form: { agreed: true } },
      outcome: { register: { mortgages: ['1 另一银行'] } },
      ...civil(421),
    },
    {
      no: '抵-25',
      asks: '最高额抵押的债权确定，登记簿记载确定的数额吗',
      situation: maximum,
      act: fix,
      outcome: { register: { says: { kind: 'mortgage', content: { principal: 50_000_000 } } } },
      ...civil(423),
    },
    {
      no: '抵-26',
      asks: '确定的债权超过最高债权额，能否登记',
      situation: maximum,
      act: { ...fix, form: { determinedOn: '@-1', principal: '800000.01' } },
      outcome: { not: 'accepted', because: 'MAXIMUM_TO_DETERMINE' },
      ...civil(420),
    },
    {
      no: '抵-27',
      asks: '一般抵押权能否办理债权确定',
      situation: mortgaged,
      act: fix,
      outcome: { not: 'accepted', because: 'MAXIMUM_TO_DETERMINE' },
      ...civil(423),
    },
    {
      no: '抵-28',
      asks: '增加担保数额，后顺位抵押权人没有同意',
      situation: twice,
      act: { ...alter, form: raised },
      outcome: { not: 'accepted', because: 'INCREASE_CONSENTED' },
      ...civil(409),
    },
    {
      no: '抵-29',
      asks: '增加担保数额，后顺位抵押权人同意',
      situation: twice,
      act: {
        ...alter,
        parties: { mortgagor: ['甲'], mortgagee: ['银行'], consenting: ['另一银行'] },
        form: raised,
      },
      outcome: { register: { mortgages: ['1 银行', '2 另一银行'] } },
      ...civil(409),
    },
    {
      no: '抵-30',
      asks: '最后顺位的抵押权增加数额，要不要先顺位同意',
      situation: twice,
      act: { ...alter, parties: { mortgagor: ['甲'], mortgagee: ['另一银行'] }, form: raised },
      outcome: { accepted: true },
      ...civil(409),
    },
  ],
};
