import type { BusinessDefinition, ProcessNode } from '@hengchan/casework';
import { law } from '@hengchan/registration';
import Type from 'typebox';
import { errorProof } from '../parts/change-materials.ts';
import { anyChange, reasonOf, words } from '../parts/fields.ts';
import { identityDocument, signedApplication } from '../parts/materials.ts';
import { noticeStart, publicNotice } from '../parts/notice.ts';
import { usualProcess } from '../parts/process.ts';
import { consenting, holder } from '../parts/roles.ts';
import {
  accept,
  acceptanceNotice,
  decideAndEnter,
  ends,
  prepare,
  review,
  supplement,
} from '../parts/steps/index.ts';
import { type FamilyPart, type Listing, listed, promised } from './family.ts';

const always = ['accept', 'review', 'entry'] as const;

const form = Type.Object({
  ...anyChange,
  oldName: Type.Optional(
    words('登记簿现在记载的姓名或名称', '更正姓名、名称且有多位权利人的，写明是哪一位', '晨光', 200),
  ),
  reason: reasonOf('登记簿记载有误'),
});

const common: Omit<FamilyPart, 'summary' | 'process' | 'parties' | 'materials' | 'facts' | 'effects'> = {
  keywords: ['更正', '登记错误', '写错了'],
  audience: '权利人、利害关系人',
  registrationType: '500',
  laws: [law.rectification, law.rectificationExOfficio],
  units: { minimum: 1, maximum: 1 },
  exclusive: true,
  form,
  rules: [
    { rule: 'PAGE_OPEN', moments: always },
    { rule: 'UNIT_EXISTS', moments: always },
    { rule: 'UNIT_NOT_LOCKED', moments: always },
    { rule: 'UNIT_NOT_PENDING', moments: always },
    { rule: 'CHANGE_NAMED', moments: always },
    { rule: 'CHANGE_READABLE', moments: ['accept', 'entry'] },
    { rule: 'FORMER_NAME_REGISTERED', moments: ['accept', 'entry'] },
    { rule: 'MATERIALS_COMPLETE', moments: ['accept', 'review'] },
  ],
  limit: promised(5),
  fee: undefined,
  taxed: false,
  notifies: ['housing', 'tax'],
  outcome: 'certificate',
};

/** 依申请更正登记: the holder applies, or agrees in writing to what somebody else proves (民法典 220). */
export const rectificationOnApplication = (listing: Listing): BusinessDefinition =>
  listed(listing, {
    ...common,
    summary: '登记簿记载有误：权利人申请，或者利害关系人申请并经权利人同意，凭证明材料更正，不收费。',
    parties: [holder, consenting('利害关系人', '由利害关系人提出更正的填写；权利人须确认同意。')],
    materials: [signedApplication, errorProof, identityDocument],
    facts: [
      {
        kind: 'identity',
        title: '身份核验',
        source: '公安、市场监管部门',
        each: ['holder'],
        question: 'current-identity',
      },
    ],
    rules: [
      ...common.rules,
      { rule: 'PARTIES_HOLD_THE_RIGHT', moments: always },
      { rule: 'IDENTITY_CONFIRMED', moments: ['review'] },
      { rule: 'IDENTITY_VERIFIED', moments: ['review'] },
    ],
    process: usualProcess({ confirm: true, review: true }),
    effects: ['rectify'],
  });

/** The holder is told and has thirty working days to apply; the registry then does it itself (实施细则 81). */
const told: ProcessNode[] = [
  {
    id: 'tell-holder',
    kind: 'automatic',
    title: '通知权利人更正',
    phase: 'noticing',
    handler: 'issue-rectification-notice',
    next: 'wait-for-holder',
  },
  {
    id: 'wait-for-holder',
    kind: 'waiting',
    title: '等待权利人申请更正',
    phase: 'noticing',
    until: { workingDays: 30, title: '权利人未在期限内申请更正' },
    waitingFor: '权利人',
    stopsClock: true,
    next: noticeStart,
  },
  ...publicNotice('review', { kind: 'rectification', days: 15 }),
];

/** 依职权更正登记: nobody applies; the holder is told first, then it is announced, then it is put right. */
export const rectificationExOfficio = (listing: Listing): BusinessDefinition =>
  listed(listing, {
    ...common,
    summary: '登记机构发现登记簿有误：先通知权利人，三十个工作日内不办理的，公告后依职权更正。',
    audience: '登记机构',
    parties: [{ ...holder, confirms: false, opens: false }],
    materials: [{ ...errorProof, title: '登记簿确有错误的材料及内部审批' }],
    facts: [],
    rules: [
      ...common.rules,
      { rule: 'NOT_DISPOSED_SINCE', moments: always },
      { rule: 'NOTICE_PERIOD_OVER', moments: ['entry'] },
    ],
    process: {
      start: 'prepare',
      nodes: [
        prepare('accept'),
        accept('acceptance-notice'),
        ...supplement,
        acceptanceNotice('tell-holder'),
        ...told,
        ...review('decide'),
        ...decideAndEnter({ apartFrom: ['accept', 'review'] }),
        ...ends.usual,
      ],
    },
    limit: promised(30),
    effects: ['rectify-ex-officio'],
  });
