import type { Application, LegalSituation, Subject } from '../legal-case.ts';
import { detailed, enforcement, procedureLaw, regulation } from '../sources.ts';

const home: LegalSituation = { units: [{ held: ['甲'] }] };
const seized: LegalSituation = { ...home, past: [{ event: 'seizure', by: '法院' }] };
const queued: LegalSituation = {
  ...home,
  past: [
    { event: 'seizure', by: '法院', daysAgo: 30 },
    { event: 'seizure', by: '另一法院' },
  ],
};
const seize: Application = {
  apply: 'seizure',
  channel: 'counter',
  parties: { authority: ['另一法院'], respondent: ['甲'] },
  form: { deliveredAt: '2026-11-20T00:30:00+08:00' },
};
const release: Application = {
  apply: 'seizure-release',
  channel: 'counter',
  parties: { authority: ['法院'] },
};
const renew: Application = {
  apply: 'seizure-renewal',
  channel: 'counter',
  parties: { authority: ['法院'] },
  form: { deliveredAt: '2026-11-20T00:30:00+08:00' },
};

export const seizures: Subject = {
  title: '查封登记',
  cases: [
    {
      no: '查-01',
      asks: '法院送达协助执行通知书，登记机构当场办理查封吗',
      situation: home,
      act: seize,
      outcome: { register: { held: ['甲'], seizures: ['0 另一法院'] } },
      ...detailed(90),
    },
    {
      no: '查-02',
      asks: '已被查封的，后送达的查封是轮候吗',
      situation: seized,
      act: seize,
      outcome: { register: { seizures: ['0 法院', '1 另一法院'] } },
      ...detailed(91),
    },
    {
      no: '查-03',
      asks: '送达在先、登簿在后的查封，排在前面吗',
      situation: seized,
      act: { ...seize, form: { deliveredAt: '@-5T10:00:00+08:00' } },
      outcome: { register: { seizures: ['0 另一法院', '1 法院'] } },
      ...detailed(91),
    },
    {
      no: '查-04',
      asks: '查封期限写 37 个月',
      situation: home,
      act: { ...seize, form: { months: 37 } },
      outcome: { not: 'accepted', because: 'SEIZURE_TERM_LAWFUL' },
      ...procedureLaw(485),
    },
    {
      no: '查-05',
      asks: '送达时间晚于现在',
      situation: home,
      act: { ...seize, form: { deliveredAt: '2099-01-01T09:00:00+08:00' } },
      outcome: { not: 'accepted', because: 'DELIVERED_ALREADY' },
      ...detailed(91),
    },
    {
      no: '查-06',
      asks: '三年期满前一日，查封还有效吗',
      situation: { ...home, past: [{ event: 'seizure', by: '法院', daysAgo: 0 }] },
      act: { look: 1_094 },
      outcome: { register: { seizures: ['0 法院'] } },
      ...enforcement(27),
    },
    {
      no: '查-07',
      asks: '三年期满未续封，查封效力消灭吗',
      situation: { ...home, past: [{ event: 'seizure', by: '法院', daysAgo: 0 }] },
      act: { look: 1_097 },
      outcome: { register: { seizures: [] } },
      ...enforcement(27),
    },
    {
      no: '查-08',
      asks: '首封期满，轮候的查封自动生效吗',
      situation: {
        ...home,
        past: [
          { event: 'seizure', by: '法院', daysAgo: 10, months: 6 },
          { event: 'seizure', by: '另一法院' },
        ],
      },
      act: { look: 200 },
      outcome: { register: { seizures: ['0 另一法院'] } },
      ...enforcement(26),
    },
    {
      no: '查-09',
      asks: '轮候查封的三年自其生效起算吗',
      situation: {
        ...home,
        past: [
          { event: 'seizure', by: '法院', daysAgo: 10, months: 6 },
          { event: 'seizure', by: '另一法院' },
        ],
      },
      act: { look: 1_200 },
      outcome: { register: { seizures: ['0 另一法院'] } },
      ...procedureLaw(485),
    },
    {
      no: '查-10',
      asks: '首封解除，登记在先的轮候自动生效吗',
      situation: queued,
      act: release,
      outcome: { register: { seizures: ['0 另一法院'] } },
      ...enforcement(26),
    },
    {
      no: '查-11',
      asks: '轮候的法院解除自己的轮候，首封受影响吗',
      situation: queued,
      act: { ...release, parties: { authority: ['另一法院'] } },
      outcome: { register: { seizures: ['0 法院'] } },
      ...enforcement(28),
    },
    {
      no: '查-12',
      asks: '别的法院能否解除查封',
      situation: seized,
      act: { ...release, parties: { authority: ['另一法院'] } },
      outcome: { not: 'accepted', because: 'SEIZURE_CHOSEN' },
      ...enforcement(28),
    },
    {
      no: '查-13',
      asks: '期满前续封，期限自原期满日接续吗',
      situation: { ...home, past: [{ event: 'seizure', by: '法院', daysAgo: 1_080 }] },
      act: renew,
      outcome: { register: { seizures: ['0 法院'] } },
      ...enforcement(27),
    },
    {
      no: '查-14',
      asks: '期满以后才来续封',
      situation: { ...home, past: [{ event: 'seizure', by: '法院', daysAgo: 1_100 }] },
      act: renew,
      outcome: { not: 'accepted', because: 'SEIZURE_CHOSEN' },
      ...enforcement(27),
    },
    {
      no: '查-15',
      asks: '一次续封超过三年',
      situation: seized,
      act: { ...renew, form: { months: 37 } },
      outcome: { not: 'accepted', because: 'SEIZURE_TERM_LAWFUL' },
      ...procedureLaw(485),
    },
    {
      no: '查-16',
      asks: '转让已登簿后，法院以原权利人为被执行人查封',
      situation: { ...home, past: [{ event: 'transfer', to: '乙' }] },
      act: { ...seize, parties: { authority: ['法院'], respondent: ['甲'] } },
      outcome: { person: 'RESPONDENT_HOLDS' },
      ...enforcement(23),
    },
    {
      no: '查-17',
      asks: '设有抵押的不动产能否查封，抵押还在吗',
      situation: { ...home, past: [{ event: 'mortgage', to: '银行' }] },
      act: seize,
      outcome: { register: { mortgages: ['1 银行'], seizures: ['0 另一法院'] } },
      ...enforcement(25),
    },
    {
      no: '查-18',
      asks: '限制登记中的不动产能否查封',
      situation: { ...home, past: [{ event: 'lock' }] },
      act: seize,
      outcome: { register: { locked: true, seizures: ['0 另一法院'] } },
      ...detailed(90),
    },
    {
      no: '查-19',
      asks: '已预告登记给他人的不动产能否查封登记名义人',
      situation: { ...home, past: [{ event: 'notice', of: '乙', by: '甲' }] },
      act: seize,
      outcome: { register: { notices: ['乙'], seizures: ['0 另一法院'] } },
      ...detailed(90),
    },
    {
      no: '查-20',
      asks: '已灭失注销的不动产能否查封',
      situation: { ...home, past: [{ event: 'loss' }] },
      act: seize,
      outcome: { not: 'begun', because: '已注销' },
      ...regulation(22),
    },
    {
      no: '查-21',
      asks: '尚未登记的商品房能否预查封买受人',
      situation: { units: [{ held: [] }] },
      act: {
        apply: 'pre-seizure',
        channel: 'counter',
        parties: { authority: ['法院'], respondent: ['乙'] },
        form: { deliveredAt: '2026-11-20T00:30:00+08:00' },
      },
      outcome: { register: { held: [], seizures: ['0 法院'] } },
      article: '法发〔2004〕5 号第 15 条',
      verified: false,
    },
    {
      no: '查-22',
      asks: '预查封后开发企业将房屋登记给被预查封的买受人，自动转为查封吗',
      situation: {
        units: [{ held: ['开发企业'] }],
        past: [
          { event: 'pre-seizure', by: '法院', against: '乙', daysAgo: 9 },
          { event: 'transfer', to: '乙' },
        ],
      },
      act: { look: 0 },
      outcome: {
        register: { held: ['乙'], seizures: ['0 法院'], says: { kind: 'seizure', content: { kind: '1' } } },
      },
      article: '法发〔2004〕5 号',
      verified: false,
    },
    {
      no: '查-23',
      asks: '已登记在开发企业名下的房屋，能否对买受人预查封',
      situation: { units: [{ held: ['开发企业'] }] },
      act: {
        apply: 'pre-seizure',
        channel: 'counter',
        parties: { authority: ['法院'], respondent: ['乙'] },
        form: { deliveredAt: '2026-11-20T00:30:00+08:00' },
      },
      outcome: { register: { held: ['开发企业'], seizures: ['0 法院'] } },
      article: '法发〔2004〕5 号',
      verified: false,
    },
    {
      no: '查-24',
      asks: '查封期满未续、没有解除文书，能否办理转移',
      situation: { ...home, past: [{ event: 'seizure', by: '法院', daysAgo: 1_130 }] },
      act: {
        apply: 'resale-transfer',
        channel: 'counter',
        parties: { transferor: ['甲'], transferee: ['乙'] },
      },
      outcome: { accepted: true },
      ...enforcement(27),
    },
  ],
};
