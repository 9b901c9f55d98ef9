import type { BusinessDefinition } from '@hengchan/casework';
import { law } from '@hengchan/registration';
import Type from 'typebox';
import { freeToMortgage, noticeHolder } from '../families/mortgage.ts';
import { choice, day, riskAcknowledged, words, yuan } from '../parts/fields.ts';
import { identityDocument, mortgageContract, signedApplication } from '../parts/materials.ts';
import { debtor, mortgagee, mortgagor } from '../parts/roles.ts';
import {
  accept,
  acceptanceNotice,
  confirm,
  decideAndEnter,
  ends,
  gather,
  payment,
  prepare,
  review,
  screen,
  supplement,
} from '../parts/steps.ts';

/** 抵押权首次登记 (ONL-BNK-01). */
export const mortgageFirstV1: BusinessDefinition = {
  code: 'mortgage-first',
  version: 1,
  effectiveFrom: '2026-01-01',
  name: '抵押权首次',
  place: { list: 'BNK', number: 1, group: '抵押' },
  keywords: ['抵押', '贷款', '按揭', '房屋抵押', '最高额抵押'],
  summary: '用房屋作抵押借款：银行或房主在线申请，双方确认后登记，抵押权自登记时设立。',
  audience: '不动产权利人与债权人（银行等）',
  registrationType: '100',
  entrances: ['person', 'company', 'bank', 'counter'],
  channels: ['online', 'counter'],
  laws: [law.jointApplication, law.mortgageable, law.notMortgageable, law.mortgageRegistered],
  units: { minimum: 1, maximum: 1 },
  exclusive: true,
  parties: [mortgagor, mortgagee, debtor, noticeHolder],
  form: Type.Object({
    mode: choice('抵押方式', '1 一般抵押；2 最高额抵押', { '1': '一般抵押', '2': '最高额抵押' }, '1'),
    principal: yuan('担保金额（元）', '一般抵押为被担保主债权数额，最高额抵押为最高债权额', '800000.00'),
    termFrom: day('债务履行期限起', '最高额抵押为债权确定期间起', '2026-11-20'),
    termTo: day('债务履行期限止', '最高额抵押为债权确定期间止', '2046-11-19'),
    transferRestricted: Type.Boolean({
      title: '约定禁止或限制转让抵押财产',
      description: '登记后，未经抵押权人同意转让的，抵押权人可以主张不发生物权效力',
      examples: [false],
    }),
    scope: Type.Optional(
      words(
        '担保范围',
        '主债权及利息、违约金等',
        '主债权及其利息、违约金、损害赔偿金和实现抵押权的费用',
        500,
      ),
    ),
    contractNumber: Type.Optional(words('抵押合同编号', '合同上的编号', 'DY-2026-0001', 64)),
    riskAcknowledged,
  }),
  materials: [signedApplication, mortgageContract, identityDocument],
  facts: [
    {
      kind: 'identity',
      title: '身份核验',
      source: '公安、市场监管部门',
      each: ['mortgagor', 'mortgagee', 'debtor', 'consenting'],
      question: 'identity',
    },
  ],
  rules: [
    { rule: 'PAGE_OPEN', moments: ['accept', 'review', 'entry'] },
    { rule: 'UNIT_EXISTS', moments: ['accept', 'review', 'entry'] },
    ...freeToMortgage,
    { rule: 'TERM_IN_ORDER', moments: ['accept'], parameters: { withinLandTerm: false } },
    { rule: 'PARTIES_HOLD_THE_RIGHT', moments: ['accept', 'review', 'entry'] },
    { rule: 'MATERIALS_COMPLETE', moments: ['accept', 'review'] },
    { rule: 'LAND_TERM_RUNS', moments: ['accept', 'review'] },
    { rule: 'IDENTITY_CONFIRMED', moments: ['review'] },
    { rule: 'IDENTITY_VERIFIED', moments: ['review'] },
    { rule: 'MINORS_PROTECTED', moments: ['review'] },
    { rule: 'FEE_PAID', moments: ['entry'] },
  ],
  process: {
    start: 'prepare',
    nodes: [
      prepare('gather'),
      gather('confirm'),
      confirm('screen'),
      screen('screen', 'accept', 'open-payment'),
      accept('acceptance-notice'),
      ...supplement,
      acceptanceNotice('review'),
      ...review('open-payment'),
      ...payment('mortgagee', 'screen-again'),
      screen('screen-again', 'decide', 'enter'),
      ...decideAndEnter({ apartFrom: ['accept', 'review'] }),
      ...ends.usual,
    ],
  },
  limit: { workingDays: 1, warningDays: 1, statutoryWorkingDays: 30, citation: law.timeLimit },
  fee: 'mortgage',
  taxed: false,
  effects: ['establish-mortgage'],
  notifies: ['bank', 'housing'],
  outcome: 'proof',
};
