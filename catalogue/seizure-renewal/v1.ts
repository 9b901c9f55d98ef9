import type { BusinessDefinition } from '@hengchan/casework';
import { law } from '@hengchan/registration';
import Type from 'typebox';
import { deliveredAt, documentNumber, months, originalDocumentNumber } from '../parts/fields.ts';
import { courtPapers } from '../parts/materials.ts';
import { authority } from '../parts/roles.ts';
import { seizureV1 } from '../seizure/v1.ts';

/** The place in the province's lists is the seizure's own. */
const { place: _place, ...seizure } = seizureV1;

/** 续行查封登记: before the term is over, by the same authority. */
export const seizureRenewalV1: BusinessDefinition = {
  ...seizure,
  code: 'seizure-renewal',
  name: '续行查封登记',
  keywords: ['续封', '续行查封', '协助执行', '法院'],
  summary: '查封期限届满前，依作出查封的机关通知续行查封。',
  laws: [law.seizureLapse, law.seizureTerm],
  parties: [authority],
  form: Type.Object({
    documentNumber,
    months,
    originalDocumentNumber: Type.Optional(originalDocumentNumber),
    deliveredAt: Type.Optional(deliveredAt),
  }),
  materials: courtPapers('续行查封裁定书'),
  rules: [
    { rule: 'UNIT_EXISTS', moments: ['accept', 'review', 'entry'] },
    { rule: 'SEIZURE_CHOSEN', moments: ['accept', 'review', 'entry'] },
    { rule: 'SEIZURE_TERM_LAWFUL', moments: ['accept', 'entry'] },
    { rule: 'MATERIALS_COMPLETE', moments: ['accept', 'review'] },
  ],
  effects: ['renew-seizure'],
};
