import { type Static, Type } from 'typebox';
import { qrSvg } from '../qr.ts';
import { defineTemplate } from '../template.ts';
import {
  applicants,
  caseNo,
  closed,
  dayOf,
  demo,
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
  /** The holders the register names. */
  applicants,
  units,
  foundOn: dayOf('发现之日'),
  /** What the register says and what it should say. */
  errors: Type.Array(
    closed({
      what: words('登记事项', 100),
      recorded: words('现在的记载', 500),
      correct: words('应当的记载', 500),
    }),
    { title: '记载错误', minItems: 1, maxItems: 20 },
  ),
  workingDays: Type.Integer({ title: '申请更正的期限（工作日）', minimum: 1, maximum: 365 }),
  progressUrl: verificationUrl,
  handler: perhaps('经办人', 100),
});

export type RectificationNoticeData = Static<typeof schema>;

/** 更正登记通知书: the holder is told what is wrong, and may apply before the registry does it itself (实施细则 81). */
export const rectificationNotice = defineTemplate({
  code: 'rectification-notice',
  title: '不动产更正登记通知书',
  source: new URL('./rectification-notice.typ', import.meta.url),
  schema,
  seal: (data) => officeSeal(data, '登记专用章'),
  present: (data) => ({ units: unitTexts(data.units), qr: qrSvg(data.progressUrl) }),
});
