import type { Application, LegalSituation, Subject } from '../legal-case.ts';
import { civil, detailed, enforcement, regulation, security } from '../sources.ts';

const home: LegalSituation = { units: [{ held: ['甲'] }] };
const sale: Application = {
  apply: 'sep-house-transfer',
  parties: { transferor: ['甲'], transferee: ['乙'] },
  form: { riskAcknowledged: false },
};
const mortgage: Application = {
  apply: 'sep-mortgage-first',
  parties: { mortgagor: ['甲'], mortgagee: ['银行'] },
};

export const meanwhile: Subject = {
  title: '受理以后、登簿以前',
  cases: [
    {
      no: '间-01',
      asks: '抵押受理后被限制登记',
      situation: home,
      act: { ...mortgage, meanwhile: { at: 'approve', event: { event: 'lock' } } },
      outcome: { not: 'approved', because: 'UNIT_NOT_LOCKED' },
      ...regulation(22),
    },
    {
      no: '间-02',
      asks: '买卖受理后他人办理了异议登记，没有承诺自担风险',
      situation: home,
      act: { ...sale, meanwhile: { at: 'approve', event: { event: 'objection', by: '丙', daysAgo: 0 } } },
      outcome: { not: 'approved', because: 'OBJECTION_ACKNOWLEDGED' },
      ...detailed(84),
    },
    {
      no: '间-03',
      asks: '买卖受理后登记簿上有了给他人的预告登记',
      situation: home,
      act: {
        ...sale,
        meanwhile: { at: 'approve', event: { event: 'notice', of: '丙', by: '甲', daysAgo: 0 } },
      },
      outcome: { not: 'approved', because: 'NOTICE_CONSENTED' },
      ...civil(221),
    },
    {
      no: '间-04',
      asks: '买卖受理后房屋灭失注销',
      situation: home,
      act: { ...sale, meanwhile: { at: 'approve', event: { event: 'loss', daysAgo: 0 } } },
      outcome: { not: 'approved', because: 'PAGE_OPEN' },
      ...regulation(22),
    },
    {
      no: '间-05',
      asks: '买卖受理后登记簿上的权利人已是别人',
      situation: home,
      act: { ...sale, meanwhile: { at: 'approve', event: { event: 'transfer', to: '丙', daysAgo: 0 } } },
      outcome: { not: 'approved', because: 'PARTIES_HOLD_THE_RIGHT' },
      ...regulation(18),
    },
    {
      no: '间-06',
      asks: '抵押权注销受理后被查封，负担减少照常登簿吗',
      situation: { ...home, past: [{ event: 'mortgage', to: '银行', daysAgo: 9 }] },
      act: {
        apply: 'sep-mortgage-cancellation',
        parties: { mortgagee: ['银行'] },
        meanwhile: { at: 'approve', event: { event: 'seizure', by: '法院', daysAgo: 0 } },
      },
      outcome: { register: { mortgages: [], seizures: ['0 法院'] } },
      ...enforcement(24),
    },
    {
      no: '间-07',
      asks: '居住权受理后被查封',
      situation: home,
      act: {
        apply: 'habitation-first',
        channel: 'counter',
        parties: { holder: ['甲'], resident: ['丙'] },
        meanwhile: { at: 'approve', event: { event: 'seizure', by: '法院', daysAgo: 0 } },
      },
      outcome: { not: 'approved', because: 'UNIT_NOT_SEIZED' },
      ...enforcement(24),
    },
    {
      no: '间-08',
      asks: '地役权受理后供役地被查封',
      situation: {
        units: [
          { right: '3', held: ['甲公司'] },
          { right: '3', held: ['乙公司'] },
        ],
      },
      act: {
        apply: 'sep-easement-first',
        units: ['A', 'B'],
        parties: { servient: ['甲公司'], dominant: ['乙公司'] },
        meanwhile: { at: 'approve', event: { event: 'seizure', by: '法院', daysAgo: 0 } },
      },
      outcome: { not: 'approved', because: 'UNIT_NOT_SEIZED' },
      ...enforcement(24),
    },
    {
      no: '间-09',
      asks: '预告登记受理后被查封',
      situation: home,
      act: {
        apply: 'sep-notice',
        parties: { claimant: ['乙'], obligor: ['甲'] },
        meanwhile: { at: 'approve', event: { event: 'seizure', by: '法院', daysAgo: 0 } },
      },
      outcome: { not: 'approved', because: 'UNIT_NOT_SEIZED' },
      ...enforcement(24),
    },
    {
      no: '间-10',
      asks: '换证受理后被查封，不改变权利照常办理吗',
      situation: home,
      act: {
        apply: 'sep-certificate-exchange',
        parties: { holder: ['甲'] },
        meanwhile: { at: 'approve', event: { event: 'seizure', by: '法院', daysAgo: 0 } },
      },
      outcome: { register: { held: ['甲'], seizures: ['0 法院'], newCertificate: true } },
      ...enforcement(24),
    },
    {
      no: '间-11',
      asks: '面积变更受理后被查封',
      situation: home,
      act: {
        apply: 'sep-house-alteration',
        parties: { holder: ['甲'] },
        form: { matter: 'area', newValue: '120.00' },
        meanwhile: { at: 'approve', event: { event: 'seizure', by: '法院', daysAgo: 0 } },
      },
      outcome: { not: 'approved', because: 'SEIZED_ONLY_RENAMED' },
      ...enforcement(24),
    },
    {
      no: '间-12',
      asks: '放弃权利受理后被抵押',
      situation: home,
      act: {
        apply: 'sep-house-cancellation',
        parties: { holder: ['甲'] },
        form: { ground: 'waiver' },
        meanwhile: { at: 'approve', event: { event: 'mortgage', to: '银行', daysAgo: 0 } },
      },
      outcome: { not: 'approved', because: 'NO_RIGHTS_LEFT_ON_TITLE' },
      ...detailed(28),
    },
    {
      no: '间-13',
      asks: '买卖受理后登记了禁止转让约定的抵押',
      situation: home,
      act: {
        ...sale,
        meanwhile: { at: 'approve', event: { event: 'mortgage', to: '银行', restricted: true, daysAgo: 0 } },
      },
      outcome: { not: 'approved', because: 'RESTRICTED_TRANSFER_CONSENTED' },
      ...security(43),
    },
  ],
};
