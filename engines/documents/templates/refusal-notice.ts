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
  units,
  acceptedAt: momentOf('受理时间'),
  /** What was found on examination, as facts, before the law is applied to them. */
  facts: Type.Array(words('查明的事实', 2000), { title: '查明的事实', minItems: 1, maxItems: 30 }),
  grounds: Type.Array(
    closed({
      reason: words('不予登记的理由', 2000),
      citations: Type.Array(citation, { minItems: 1, maxItems: 10 }),
    }),
    {
      title: '不予登记的理由',
      minItems: 1,
      maxItems: 30,
    },
  ),
  returned: materials,
  remedy,
});

export type RefusalNoticeData = Static<typeof schema>;

/** 不予登记告知书: refused, with facts, ground, law and remedy. */
export const refusalNotice = defineTemplate({
  code: 'refusal-notice',
  title: '不予登记告知书',
  source: new URL('./refusal-notice.typ', import.meta.url),
  schema,
  seal: officeSeal,
  present: (data) => ({ units: unitTexts(data.units) }),
});
