import { law } from '@hengchan/registration';
import Type from 'typebox';
import { day, proofNumber, reasonOf, rightChange, words } from '../parts/fields.ts';
import { managementContract } from '../parts/right-materials.ts';
import { holder, manager, newManager } from '../parts/roles.ts';
import { always, chosen, freeToDispose, limitedRight, notGrowing, promisedAgree } from './limited-right.ts';

const common = {
  keywords: ['土地经营权', '流转', '承包地'],
  audience: '承包方与土地经营权人',
  rightTypes: ['9', '10'],
  laws: [law.landManagement],
  materials: [managementContract],
  workingDays: 5,
} as const;

/** 土地经营权首次登记: of five years or more (民法典 341). */
export const managementFirst = limitedRight({
  ...common,
  summary: '流转期限五年以上的土地经营权，可以申请登记，不收费。',
  registrationType: '100',
  parties: [holder, manager],
  form: Type.Object({
    termFrom: day('经营期限起', '流转合同约定的第一日', '2026-11-20'),
    termTo: day('经营期限止', '五年以上，且不超过承包期', '2036-11-19'),
    contractNumber: Type.Optional(words('流转合同编号', '合同上的编号', 'LZ-2026-0001', 64)),
    reason: reasonOf('土地经营权流转合同'),
  }),
  rules: [
    ...freeToDispose,
    { rule: 'PARTIES_HOLD_THE_RIGHT', moments: always },
    { rule: 'TERM_IN_ORDER', moments: ['accept'], parameters: { years: 5 } },
  ],
  effects: ['establish-management'],
  outcome: 'certificate',
});

/** 土地经营权变更登记. */
export const managementAlteration = limitedRight({
  ...common,
  summary: '土地经营权的期限变更：双方申请，换发证书。',
  registrationType: '300',
  parties: [holder, manager, promisedAgree],
  form: Type.Object({ ...rightChange('term'), proofNumber, reason: reasonOf('土地经营权内容变更') }),
  rules: [
    { rule: 'UNIT_NOT_LOCKED', moments: always },
    { rule: 'PARTIES_HOLD_THE_RIGHT', moments: always },
    chosen('management', 'manager'),
    { rule: 'RIGHT_CHANGE_NAMED', moments: always },
    ...notGrowing('management'),
  ],
  effects: ['alter-management'],
  outcome: 'certificate',
});

/** 土地经营权转移登记. */
export const managementTransfer = limitedRight({
  ...common,
  summary: '土地经营权再流转：经承包方同意，转让双方申请，换发证书。',
  registrationType: '200',
  parties: [holder, manager, newManager],
  form: Type.Object({ proofNumber, reason: reasonOf('土地经营权再流转') }),
  rules: [
    { rule: 'UNIT_NOT_LOCKED', moments: always },
    { rule: 'PARTIES_HOLD_THE_RIGHT', moments: always },
    chosen('management', 'manager'),
  ],
  effects: ['transfer-management'],
  outcome: 'certificate',
});

/** 土地经营权注销登记. */
export const managementCancellation = limitedRight({
  ...common,
  summary: '流转合同期满或解除的，注销土地经营权登记。',
  registrationType: '400',
  parties: [holder, manager],
  form: Type.Object({ proofNumber, reason: reasonOf('流转合同终止') }),
  rules: [chosen('management', 'manager')],
  effects: ['cancel-management'],
  outcome: 'none',
});
