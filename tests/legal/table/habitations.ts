import type { Application, LegalSituation, Subject } from '../legal-case.ts';
import { civil, civilUnread } from '../sources.ts';

const home: LegalSituation = { units: [{ held: ['甲'] }] };
const inhabited: LegalSituation = { ...home, past: [{ event: 'habitation', of: '丙' }] };
const inhabit: Application = {
  apply: 'habitation-first',
  channel: 'counter',
  parties: { holder: ['甲'], resident: ['丙'] },
};

export const habitations: Subject = {
  title: '居住权',
  cases: [
    {
      no: '居-01',
      asks: '居住权自登记时设立吗',
      situation: home,
      act: inhabit,
      outcome: { register: { habitations: ['丙'] } },
      ...civil(368),
    },
    {
      no: '居-02',
      asks: '能否在商铺上设立居住权',
      situation: { units: [{ held: ['甲'], facts: { use: '21' } }] },
      act: inhabit,
      outcome: { not: 'accepted', because: 'HOME_ONLY' },
      ...civil(366),
    },
    {
      no: '居-03',
      asks: '企业能否作为居住权人',
      situation: home,
      act: { ...inhabit, parties: { holder: ['甲'], resident: ['乙公司'] } },
      outcome: { not: 'begun', because: '居住权人' },
      ...civil(367),
    },
    {
      no: '居-04',
      asks: '查封中的住宅能否设立居住权',
      situation: { ...home, past: [{ event: 'seizure', by: '法院' }] },
      act: inhabit,
      outcome: { not: 'accepted', because: 'UNIT_NOT_SEIZED' },
      article: '查扣冻规定第 24 条',
      verified: true,
    },
    {
      no: '居-05',
      asks: '已预告登记给买受人的住宅，未经其同意能否设立居住权',
      situation: { ...home, past: [{ event: 'notice', of: '乙', by: '甲' }] },
      act: inhabit,
      outcome: { not: 'accepted', because: 'NOTICE_CONSENTED' },
      ...civil(221),
    },
    {
      no: '居-06',
      asks: '抵押的住宅能否设立居住权，抵押还在吗',
      situation: { ...home, past: [{ event: 'mortgage', to: '银行' }] },
      act: inhabit,
      outcome: { register: { habitations: ['丙'], mortgages: ['1 银行'] } },
      ...civil(367),
    },
    {
      no: '居-07',
      asks: '有没有转移居住权的业务（居住权不得转让）',
      situation: inhabited,
      act: { apply: 'habitation-transfer', parties: { resident: ['丙'] } },
      outcome: { not: 'begun', because: 'BUSINESS_NOT_FOUND' },
      ...civil(369),
    },
    {
      no: '居-08',
      asks: '住宅转让后居住权还在吗',
      situation: { ...inhabited, past: [...(inhabited.past ?? []), { event: 'transfer', to: '乙' }] },
      act: { look: 0 },
      outcome: { register: { held: ['乙'], habitations: ['丙'] } },
      ...civil(366),
    },
    {
      no: '居-09',
      asks: '变更居住的条件，换发登记证明',
      situation: inhabited,
      act: {
        apply: 'habitation-alteration',
        channel: 'counter',
        parties: { holder: ['甲'], resident: ['丙'] },
        form: { matter: 'conditions', newValue: '居住东侧卧室' },
      },
      outcome: {
        register: { says: { kind: 'habitation', content: { conditions: '居住东侧卧室' } } },
      },
      ...civil(367),
    },
    {
      no: '居-10',
      asks: '居住权消灭后注销',
      situation: inhabited,
      act: {
        apply: 'habitation-cancellation',
        channel: 'counter',
        parties: { holder: ['甲'], resident: ['丙'] },
      },
      outcome: { register: { habitations: [] } },
      ...civil(370),
    },
    {
      no: '居-11',
      asks: '不是居住权人能否申请注销居住权',
      situation: inhabited,
      act: {
        apply: 'habitation-cancellation',
        channel: 'counter',
        parties: { holder: ['甲'], resident: ['丁'] },
      },
      outcome: { not: 'accepted', because: 'RIGHT_CHOSEN' },
      ...civil(370),
    },
    {
      no: '居-12',
      asks: '共同共有的住宅，一人能否单独为他人设立居住权',
      situation: { units: [{ held: ['甲', '乙'] }] },
      act: inhabit,
      outcome: { not: 'accepted', because: 'PARTIES_HOLD_THE_RIGHT' },
      ...civil(301),
    },
  ],
};

const field: LegalSituation = { units: [{ right: '9', held: ['甲'] }] };
const manage: Application = {
  apply: 'management-first',
  channel: 'counter',
  parties: { holder: ['甲'], manager: ['乙公司'] },
};
const managed: LegalSituation = { ...field, past: [{ event: 'management', of: '乙公司' }] };

export const managements: Subject = {
  title: '土地经营权',
  cases: [
    {
      no: '营-01',
      asks: '流转期限十年的土地经营权可以登记吗',
      situation: field,
      act: manage,
      outcome: { register: { held: ['甲'], managements: ['乙公司'] } },
      ...civil(341),
    },
    {
      no: '营-02',
      asks: '流转期限不足五年能否登记',
      situation: field,
      act: { ...manage, form: { termFrom: '2026-11-20', termTo: '2031-11-18' } },
      outcome: { not: 'accepted', because: 'TERM_IN_ORDER' },
      ...civil(341),
    },
    {
      no: '营-03',
      asks: '国有建设用地能否设立土地经营权',
      situation: { units: [{ right: '3', held: ['甲公司'] }] },
      act: { ...manage, parties: { holder: ['甲公司'], manager: ['乙公司'] } },
      outcome: { not: 'accepted', because: 'RIGHT_TYPE_FITS' },
      ...civilUnread(339),
    },
    {
      no: '营-04',
      asks: '土地经营权再流转',
      situation: managed,
      act: {
        apply: 'management-transfer',
        channel: 'counter',
        parties: { holder: ['甲'], manager: ['乙公司'], newManager: ['丙'] },
      },
      outcome: { register: { held: ['甲'], managements: ['丙'] } },
      ...civilUnread(342),
    },
    {
      no: '营-05',
      asks: '流转合同终止，土地经营权注销，承包经营权还在吗',
      situation: managed,
      act: {
        apply: 'management-cancellation',
        channel: 'counter',
        parties: { holder: ['甲'], manager: ['乙公司'] },
      },
      outcome: { register: { held: ['甲'], managements: [] } },
      ...civil(341),
    },
  ],
};
