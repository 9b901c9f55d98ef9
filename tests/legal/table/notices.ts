import type { Application, LegalSituation, Subject } from '../legal-case.ts';
import { civil, detailed, security } from '../sources.ts';

const home: LegalSituation = { units: [{ held: ['甲'] }] };
const planned: LegalSituation = { units: [{ held: [] }] };
const noticed: LegalSituation = { ...home, past: [{ event: 'notice', of: '乙', by: '甲' }] };
const give: Application = { apply: 'sep-notice', parties: { claimant: ['乙'], obligor: ['甲'] } };

export const notices: Subject = {
  title: '预告登记',
  cases: [
    {
      no: '预-01',
      asks: '签订买卖合同，双方申请预告登记',
      situation: home,
      act: give,
      outcome: { register: { held: ['甲'], notices: ['乙'] } },
      ...civil(221),
    },
    {
      no: '预-02',
      asks: '预售商品房没有登记簿页，能否预告登记',
      situation: planned,
      act: { ...give, parties: { claimant: ['乙'], obligor: ['开发企业'] } },
      outcome: { register: { held: [], notices: ['乙'] } },
      ...detailed(85),
    },
    {
      no: '预-03',
      asks: '同一不动产已有买卖预告登记，再预告给别人',
      situation: noticed,
      act: { ...give, parties: { claimant: ['丙'], obligor: ['甲'] } },
      outcome: { not: 'accepted', because: 'NOT_NOTICED_YET' },
      ...civil(221),
    },
    {
      no: '预-04',
      asks: '义务人不是登记簿上的权利人',
      situation: home,
      act: { ...give, parties: { claimant: ['乙'], obligor: ['丙'] } },
      outcome: { not: 'accepted', because: 'OBLIGOR_MAY_PROMISE' },
      ...civil(221),
    },
    {
      no: '预-05',
      asks: '查封中的不动产能否预告登记',
      situation: { ...home, past: [{ event: 'seizure', by: '法院' }] },
      act: give,
      outcome: { not: 'accepted', because: 'UNIT_NOT_SEIZED' },
      article: '查扣冻规定第 24 条',
      verified: true,
    },
    {
      no: '预-06',
      asks: '还不能登记时，预告登记过多久都有效吗',
      situation: noticed,
      act: { look: 1_000 },
      outcome: { register: { notices: ['乙'] } },
      ...civil(221),
    },
    {
      no: '预-07',
      asks: '自能够登记之日起第 90 日，预告登记还有效吗',
      situation: { ...home, past: [{ event: 'notice', of: '乙', by: '甲', registrableSince: 0 }] },
      act: { look: 90 },
      outcome: { register: { notices: ['乙'] } },
      ...civil(221),
    },
    {
      no: '预-08',
      asks: '自能够登记之日起第 91 日，预告登记还有效吗',
      situation: { ...home, past: [{ event: 'notice', of: '乙', by: '甲', registrableSince: 0 }] },
      act: { look: 91 },
      outcome: { register: { notices: [] } },
      ...civil(221),
    },
    {
      no: '预-09',
      asks: '债权消灭，预告登记权利人申请注销',
      situation: noticed,
      act: { apply: 'sep-notice-cancellation', parties: { claimant: ['乙'] } },
      outcome: { register: { held: ['甲'], notices: [] } },
      ...civil(221),
    },
    {
      no: '预-10',
      asks: '义务人能否单方注销他人的预告登记',
      situation: noticed,
      act: { apply: 'sep-notice-cancellation', parties: { claimant: ['甲'] } },
      outcome: { not: 'accepted', because: 'NOTICE_CHOSEN' },
      ...civil(221),
    },
    {
      no: '预-11',
      asks: '合同权利转让，预告登记一并转移',
      situation: noticed,
      act: { apply: 'sep-notice-transfer', parties: { claimant: ['乙'], newClaimant: ['丙'] } },
      outcome: { register: { notices: ['丙'] } },
      ...detailed(85),
    },
    {
      no: '预-12',
      asks: '有抵押预告的，预购权利转让须银行同意吗',
      situation: {
        ...home,
        past: [
          { event: 'notice', of: '乙', by: '甲', daysAgo: 9 },
          { event: 'mortgage-notice', of: '银行', by: '乙' },
        ],
      },
      act: { apply: 'sep-notice-transfer', parties: { claimant: ['乙'], newClaimant: ['丙'] } },
      outcome: { not: 'accepted', because: 'NOTICE_DEPENDENTS_CONSENTED' },
      ...civil(221),
    },
    {
      no: '预-13',
      asks: '抵押预告登记后正式抵押，自预告登记之日起算吗',
      situation: { ...home, past: [{ event: 'mortgage-notice', of: '银行', by: '甲', daysAgo: 40 }] },
      act: {
        apply: 'mortgage-first',
        channel: 'counter',
        parties: { mortgagor: ['甲'], mortgagee: ['银行'] },
      },
      outcome: {
        register: {
          mortgages: ['1 银行'],
          notices: [],
          says: { kind: 'mortgage', content: { noticedFrom: '@-40' } },
        },
      },
      ...security(52),
    },
    {
      no: '预-14',
      asks: '预售商品房办理首次登记到开发企业名下，预告登记还在吗',
      situation: {
        units: [
          { held: [] },
          { right: '3', held: ['开发企业'], on: 'A' },
          { held: [], on: 'A', facts: { use: '81', houseType: '5' } },
        ],
        past: [{ event: 'notice', of: '乙', by: '开发企业' }],
      },
      act: {
        apply: 'sep-house-first',
        parties: { applicant: ['开发企业'] },
        form: { commonParts: ['@C'] },
      },
      outcome: { register: { held: ['开发企业'], notices: ['乙'] } },
      ...civil(221),
    },
    {
      no: '预-15',
      asks: '预购人单方申请预告登记',
      situation: planned,
      act: {
        apply: 'presale-notice-alone',
        channel: 'counter',
        parties: { claimant: ['乙'], obligor: ['开发企业'] },
      },
      outcome: { register: { notices: ['乙'] } },
      ...detailed(86),
    },
  ],
};
