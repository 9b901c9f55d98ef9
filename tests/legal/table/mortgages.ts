import type { Application, LegalSituation, Subject } from '../legal-case.ts';
import { civil, detailed, enforcement, regulation } from '../sources.ts';

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
const take: Application = {
  apply: 'mortgage-first',
  channel: 'counter',
  parties: { mortgagor: ['甲'], mortgagee: ['另一银行'] },
};
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

export const mortgages: Subject = {
  title: '抵押权',
  cases: [
    {
      no: '抵-01',
      asks: '没有负担的住宅设立抵押，自登记时设立吗',
      situation: home,
      act: take,
      outcome: { register: { held: ['甲'], mortgages: ['1 另一银行'] } },
      ...civil(402),
    },
    {
      no: '抵-02',
      asks: '已抵押的住宅再抵押给另一银行，后登记的排在后面吗',
      situation: mortgaged,
      act: take,
      outcome: { register: { mortgages: ['1 银行', '2 另一银行'] } },
      ...civil(414),
    },
    {
      no: '抵-03',
      asks: '查封中的住宅能否抵押',
      situation: { ...home, past: [{ event: 'seizure', by: '法院' }] },
      act: take,
      outcome: { not: 'accepted', because: 'UNIT_NOT_SEIZED' },
      ...civil(399),
    },
    {
      no: '抵-04',
      asks: '限制登记中的住宅能否抵押',
      situation: { ...home, past: [{ event: 'lock' }] },
      act: take,
      outcome: { not: 'accepted', because: 'UNIT_NOT_LOCKED' },
      ...regulation(22),
    },
    {
      no: '抵-05',
      asks: '已预告登记给买受人的住宅，未经其同意能否抵押',
      situation: { ...home, past: [{ event: 'notice', of: '乙', by: '甲' }] },
      act: take,
      outcome: { not: 'accepted', because: 'NOTICE_CONSENTED' },
      ...civil(221),
    },
    {
      no: '抵-06',
      asks: '有异议登记而未承诺自担风险，能否抵押',
      situation: { ...home, past: [{ event: 'objection', by: '丙' }] },
      act: take,
      outcome: { not: 'accepted', because: 'OBJECTION_ACKNOWLEDGED' },
      ...detailed(84),
    },
    {
      no: '抵-07',
      asks: '有异议登记，各方承诺自担风险后能否抵押',
      situation: { ...home, past: [{ event: 'objection', by: '丙' }] },
      act: { ...take, form: { riskAcknowledged: true } },
      outcome: { accepted: true },
      ...detailed(84),
    },
    {
      no: '抵-08',
      asks: '共同共有的住宅，一人能否单独抵押',
      situation: { units: [{ held: ['甲', '乙'] }] },
      act: take,
      outcome: { not: 'accepted', because: 'PARTIES_HOLD_THE_RIGHT' },
      ...civil(301),
    },
    {
      no: '抵-09',
      asks: '共同共有人一起申请，能否抵押',
      situation: { units: [{ held: ['甲', '乙'] }] },
      act: { ...take, parties: { mortgagor: ['甲', '乙'], mortgagee: ['银行'] } },
      outcome: { accepted: true },
      ...civil(301),
    },
    {
      no: '抵-10',
      asks: '集体土地所有权能否抵押',
      situation: { units: [{ right: '1', held: ['村集体'] }] },
      act: { ...take, parties: { mortgagor: ['村集体'], mortgagee: ['银行'] } },
      outcome: { not: 'accepted', because: 'MORTGAGEABLE' },
      ...civil(399),
    },
    {
      no: '抵-11',
      asks: '宅基地使用权能否单独抵押',
      situation: { units: [{ right: '5', held: ['村民甲'] }] },
      act: { ...take, parties: { mortgagor: ['村民甲'], mortgagee: ['银行'] } },
      outcome: { not: 'accepted', because: 'MORTGAGEABLE' },
      ...civil(399),
    },
    {
      no: '抵-12',
      asks: '国有建设用地使用权能否抵押',
      situation: { units: [{ right: '3', held: ['甲公司'] }] },
      act: { ...take, parties: { mortgagor: ['甲公司'], mortgagee: ['银行'] } },
      outcome: { accepted: true },
      ...civil(395),
    },
    {
      no: '抵-13',
      asks: '债务履行期限届满日早于起始日，能否登记',
      situation: home,
      act: { ...take, form: { termFrom: '2046-11-19', termTo: '2026-11-20' } },
      outcome: { not: 'accepted', because: 'TERM_IN_ORDER' },
      ...regulation(18),
    },
    {
      no: '抵-14',
      asks: '商业用地使用期限已届满，能否抵押',
      situation: { units: [{ held: ['甲'], facts: { use: '21', landTermTo: '2020-03-31' } }] },
      act: take,
      outcome: { not: 'accepted', because: 'LAND_TERM_RUNS' },
      ...regulation(22),
    },
    {
      no: '抵-15',
      asks: '约定禁止转让抵押财产，登记簿是否记载',
      situation: home,
      act: { ...take, form: { transferRestricted: true } },
      outcome: { register: { says: { kind: 'mortgage', content: { transferRestricted: true } } } },
      ...civil(406),
    },
    {
      no: '抵-16',
      asks: '向个人借款，债权人是自然人能否登记抵押',
      situation: home,
      act: { apply: 'sep-mortgage-first', parties: { mortgagor: ['甲'], mortgagee: ['丙'] } },
      outcome: { register: { mortgages: ['1 丙'] } },
      ...civil(394),
    },
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
    {
      no: '抵-31',
      asks: '设有居住权的住宅能否抵押',
      situation: { ...home, past: [{ event: 'habitation', of: '丙' }] },
      act: take,
      outcome: { accepted: true },
      ...civil(395),
    },
    {
      no: '抵-32',
      asks: '在建建筑物抵押，实地查看后登记',
      situation: { units: [{ right: '3', held: ['甲公司'] }] },
      act: {
        apply: 'construction-mortgage',
        channel: 'counter',
        parties: { mortgagor: ['甲公司'], mortgagee: ['银行'] },
      },
      outcome: {
        register: { mortgages: ['1 银行'], says: { kind: 'mortgage', content: { construction: true } } },
      },
      ...civil(395),
    },
  ],
};
