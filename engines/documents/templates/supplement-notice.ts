import { type Static, Type } from 'typebox';
import { qrSvg } from '../qr.ts';
import { defineTemplate } from '../template.ts';
import {
  applicants,
  business,
  caseNo,
  citation,
  closed,
  dayOf,
  demo,
  momentOf,
  office,
  officeSeal,
  perhaps,
  units,
  unitTexts,
  verificationUrl,
  words,
} from './common.ts';

const schema = closed({
  demo,
  office,
  caseNo,
  applicants,
  business,
  units,
  appliedAt: momentOf('申请时间'),
  /** Everything that is missing or wrong. The applicant is told once; nothing may be added later. */
  items: Type.Array(
    closed({
      material: words('材料', 200),
      problem: words('存在的问题', 1000),
      remedy: words('补正要求', 1000),
      citation: Type.Optional(citation),
    }),
    { title: '补正内容', minItems: 1, maxItems: 100 },
  ),
  /** Last day to hand in the supplement, if one is set. */
  dueOn: Type.Optional(dayOf('补正期限')),
  supplementUrl: verificationUrl,
  handler: perhaps('经办人', 100),
});

export type SupplementNoticeData = Static<typeof schema>;

/** 材料补正通知书: the list, given once and complete. */
export const supplementNotice = defineTemplate({
  code: 'supplement-notice',
  title: '不动产登记材料补正通知书',
  source: new URL('./supplement-notice.typ', import.meta.url),
  schema,
  seal: (data) => officeSeal(data, '受理专用章'),
  present: (data) => ({ units: unitTexts(data.units), qr: qrSvg(data.supplementUrl) }),
});
