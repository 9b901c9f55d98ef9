import type { BusinessDefinition } from '@hengchan/casework';
import { law } from '@hengchan/registration';
import Type from 'typebox';
import { words } from '../parts/fields.ts';
import { identityDocument, releaseStatement, signedApplication } from '../parts/materials.ts';
import { mortgagee } from '../parts/roles.ts';
import {
  accept,
  acceptanceNotice,
  decideAndEnter,
  ends,
  gather,
  prepare,
  screen,
  supplement,
} from '../parts/steps.ts';

/** 抵押权注销登记 (ONL-BNK-02): the mortgagee alone may ask for it. */
export const mortgageCancellationV1: BusinessDefinition = {
  code: 'mortgage-cancellation',
  version: 1,
  effectiveFrom: '2026-01-01',
  name: '抵押权注销',
  place: { list: 'BNK', number: 2, group: '注销' },
  keywords: ['还清贷款', '解押', '注销抵押', '抵押注销'],
  summary: '贷款还清后注销抵押：由抵押权人在线申请，免收登记费。',
  audience: '抵押权人（银行等）',
  registrationType: '400',
  entrances: ['person', 'company', 'bank', 'counter'],
  channels: ['online', 'counter'],
  laws: [law.cancellationCases, law.mortgageEnds],
  units: { minimum: 1, maximum: 1 },
  exclusive: false,
  parties: [mortgagee],
  form: Type.Object({
    proofNumber: Type.Optional(
      words(
        '不动产登记证明号',
        '该不动产上有您的多笔抵押时填写',
        '苏（2026）常州市不动产证明第0000001号',
        100,
      ),
    ),
    reason: Type.Optional(words('注销原因', '不填写时为“主债权消灭”', '主债权消灭', 100)),
  }),
  materials: [signedApplication, releaseStatement, identityDocument],
  facts: [
    {
      kind: 'identity',
      title: '身份核验',
      source: '公安、市场监管部门',
      each: ['mortgagee'],
      question: 'identity',
    },
  ],
  rules: [
    { rule: 'UNIT_EXISTS', moments: ['accept', 'review', 'entry'] },
    { rule: 'MORTGAGE_CHOSEN', moments: ['accept', 'review', 'entry'] },
    { rule: 'MATERIALS_COMPLETE', moments: ['accept', 'review'] },
    { rule: 'IDENTITY_CONFIRMED', moments: ['review'] },
    { rule: 'IDENTITY_VERIFIED', moments: ['review'] },
  ],
  process: {
    start: 'prepare',
    nodes: [
      prepare('gather'),
      gather('screen'),
      screen('screen', 'accept', 'enter'),
      accept('acceptance-notice'),
      ...supplement,
      acceptanceNotice('decide'),
      ...decideAndEnter({ apartFrom: ['accept'] }),
      ...ends.usual,
    ],
  },
  limit: { workingDays: 1, warningDays: 1, statutoryWorkingDays: 30, citation: law.timeLimit },
  fee: undefined,
  taxed: false,
  effects: ['cancel-mortgage'],
  notifies: ['bank'],
  outcome: 'none',
};
