import { type Static, Type } from 'typebox';
import { defineTemplate } from '../template.ts';
import {
  applicants,
  business,
  caseNo,
  citation,
  closed,
  demo,
  materials,
  momentOf,
  office,
  officeSeal,
  perhaps,
  units,
  unitTexts,
  words,
} from './common.ts';
import { remedy } from './remedy.ts';

const schema = closed({
  demo,
  office,
  caseNo,
  applicants,
  business,
  /** May be empty: sometimes what was applied for is no unit at all. */
  units: Type.Array(units.items, { title: '不动产单元', maxItems: 500 }),
  appliedAt: momentOf('申请时间'),
  grounds: Type.Array(
    closed({ reason: words('不予受理的理由', 2000), citations: Type.Array(citation, { maxItems: 10 }) }),
    {
      title: '不予受理的理由',
      minItems: 1,
      maxItems: 50,
    },
  ),
  /** To whom and how one may apply instead; the law asks for it when the matter belongs elsewhere. */
  advice: perhaps('办理指引', 1000),
  returned: materials,
  remedy,
});

export type RejectionNoticeData = Static<typeof schema>;

/** 不予受理告知书: not accepted, with the ground and the way on. */
export const rejectionNotice = defineTemplate({
  code: 'rejection-notice',
  title: '不动产登记不予受理告知书',
  source: new URL('./rejection-notice.typ', import.meta.url),
  schema,
  seal: (data) => officeSeal(data, '受理专用章'),
  present: (data) => ({ units: unitTexts(data.units) }),
});
