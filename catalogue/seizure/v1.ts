import type { BusinessDefinition } from '@hengchan/casework';
import { law } from '@hengchan/registration';
import Type from 'typebox';
import { enforcementProcess } from '../parts/enforcement.ts';
import { deliveredAt, documentNumber, months, words } from '../parts/fields.ts';
import { courtPapers } from '../parts/materials.ts';
import { authority, respondent } from '../parts/roles.ts';

/** 查封登记: the second and later ones wait in the order of delivery (ONL-SEP-45, REG-SEA-09). */
export const seizureV1: BusinessDefinition = {
  code: 'seizure',
  version: 1,
  effectiveFrom: '2026-01-01',
  name: '查封登记',
  place: { list: 'SEP', number: 45, group: '其他' },
  keywords: ['查封', '轮候查封', '协助执行', '法院'],
  summary: '依人民法院等有权机关的协助执行通知书办理查封；已有查封的，按送达先后轮候。',
  audience: '人民法院等有权机关',
  registrationType: '800',
  entrances: ['court', 'counter'],
  channels: ['online', 'counter'],
  laws: [law.seizureOrder, law.seizureTerm, law.seizedDisposal],
  units: { minimum: 1, maximum: 1 },
  exclusive: false,
  parties: [authority, respondent],
  form: Type.Object({
    documentNumber,
    caseNumber: words('裁定书文号', '查封所依据的裁定', '（2026）苏0402民初字第1108号'),
    months,
    deliveredAt: Type.Optional(deliveredAt),
    applicant: Type.Optional(words('申请执行人', '文书载明的申请人', '示例商贸有限公司')),
  }),
  materials: courtPapers('查封裁定书'),
  facts: [],
  rules: [
    { rule: 'UNIT_EXISTS', moments: ['accept', 'review', 'entry'] },
    { rule: 'SEIZURE_TERM_LAWFUL', moments: ['accept', 'entry'] },
    { rule: 'DELIVERED_ALREADY', moments: ['accept'] },
    { rule: 'MATERIALS_COMPLETE', moments: ['accept', 'review'] },
    { rule: 'RESPONDENT_HOLDS', moments: ['review'] },
  ],
  process: enforcementProcess,
  limit: { workingDays: 1, warningDays: 1, statutoryWorkingDays: 30, citation: law.timeLimit },
  fee: undefined,
  taxed: false,
  effects: ['seize'],
  notifies: ['court'],
  outcome: 'none',
};
