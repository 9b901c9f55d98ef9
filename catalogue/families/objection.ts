import { law } from '@hengchan/registration';
import Type from 'typebox';
import { proofNumber, reasonOf, words } from '../parts/fields.ts';
import { courtAcceptance, disputeProof, objectionEnd } from '../parts/right-materials.ts';
import { objector, registeredHolder } from '../parts/roles.ts';
import { always, chosen, limitedRight } from './limited-right.ts';

const common = {
  keywords: ['异议', '登记有误', '产权争议', '起诉'],
  audience: '对登记的权利有利害关系的人',
  registrationType: '600',
  alone: true,
} as const;

/** 异议登记: one party alone; it lapses after fifteen days without a suit (民法典 220). */
export const objectionRegistration = limitedRight({
  ...common,
  summary: '认为登记簿记载错误而权利人不同意更正的，可以申请异议登记；自登记之日起十五日内不起诉的失效。',
  laws: [law.rectification, law.objectionRepeated],
  parties: [objector, registeredHolder],
  form: Type.Object({
    matter: words('异议事项', '登记簿的哪一项记载有误、理由是什么', '登记权利人与实际权利人不一致', 500),
    reason: reasonOf('利害关系人申请'),
  }),
  materials: [disputeProof],
  rules: [
    { rule: 'OBJECTOR_NOT_HOLDER', moments: always },
    { rule: 'OBJECTION_NEW', moments: always },
  ],
  effects: ['object'],
  outcome: 'proof',
  fee: { schedule: 'ownership', payer: 'objector' },
});

/** 提交起诉材料: the objection stays until the court has decided. */
export const objectionSuit = limitedRight({
  ...common,
  summary: '异议登记后十五日内起诉的，提交法院受理通知书，异议登记继续有效。',
  laws: [law.rectification],
  parties: [objector, registeredHolder],
  form: Type.Object({
    suit: words('受理案件通知书文号', '人民法院受理案件的编号', '（2026）苏0402民初3108号', 100),
    proofNumber,
    reason: reasonOf('异议登记申请人已提起诉讼'),
  }),
  materials: [courtAcceptance],
  rules: [chosen('objection', 'objector')],
  effects: ['show-suit'],
  outcome: 'none',
});

/** 注销异议登记. */
export const objectionCancellation = limitedRight({
  ...common,
  summary: '撤回异议，或法院不予受理、驳回的，注销异议登记，不收费。',
  registrationType: '400',
  laws: [law.rectification, law.cancellationCases],
  parties: [objector, registeredHolder],
  form: Type.Object({ proofNumber, reason: reasonOf('异议消灭') }),
  materials: [objectionEnd],
  rules: [chosen('objection', 'objector')],
  effects: ['cancel-objection'],
  outcome: 'none',
});
