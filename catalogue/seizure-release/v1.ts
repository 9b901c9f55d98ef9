import type { BusinessDefinition } from '@hengchan/casework';
import { law } from '@hengchan/registration';
import Type from 'typebox';
import { documentNumber, originalDocumentNumber } from '../parts/fields.ts';
import { courtPapers } from '../parts/materials.ts';
import { authority } from '../parts/roles.ts';
import { seizureV1 } from '../seizure/v1.ts';

/** 解除查封登记: the next in the queue takes effect by itself (ONL-SEP-44). */
export const seizureReleaseV1: BusinessDefinition = {
  ...seizureV1,
  code: 'seizure-release',
  name: '注销查封登记',
  place: { list: 'SEP', number: 44, group: '其他' },
  keywords: ['解封', '解除查封', '注销查封', '法院'],
  summary: '依作出查封的机关的解除查封裁定和协助执行通知书办理；有轮候的，登记在先的自动生效。',
  laws: [law.seizureRelease, law.seizureQueue],
  parties: [authority],
  form: Type.Object({ documentNumber, originalDocumentNumber: Type.Optional(originalDocumentNumber) }),
  materials: courtPapers('解除查封裁定书'),
  rules: [
    { rule: 'UNIT_EXISTS', moments: ['accept', 'review', 'entry'] },
    { rule: 'SEIZURE_CHOSEN', moments: ['accept', 'review', 'entry'] },
    { rule: 'MATERIALS_COMPLETE', moments: ['accept', 'review'] },
  ],
  effects: ['release-seizure'],
};
