import { type Static, Type } from 'typebox';
import { qrSvg } from '../qr.ts';
import { defineTemplate } from '../template.ts';
import {
  applicants,
  business,
  caseNo,
  closed,
  dayOf,
  demo,
  materials,
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
  acceptedAt: momentOf('受理时间'),
  /** Working days promised, and the day they end on by the working-day calendar. */
  promisedWorkingDays: Type.Integer({ title: '承诺办理时限', minimum: 0, maximum: 400 }),
  promisedOn: dayOf('承诺办结日期'),
  statutoryWorkingDays: Type.Optional(Type.Integer({ title: '法定办理时限', minimum: 1, maximum: 400 })),
  materials,
  /** How the result reaches the applicant. */
  delivery: words('领取方式', 300),
  /** Where the progress can be followed; printed as a QR code. */
  progressUrl: verificationUrl,
  notes: Type.Optional(Type.Array(words('提示', 500), { title: '提示', maxItems: 10 })),
  handler: perhaps('经办人', 100),
});

export type AcceptanceNoticeData = Static<typeof schema>;

/** 不动产登记受理通知书: the promise of a date. */
export const acceptanceNotice = defineTemplate({
  code: 'acceptance-notice',
  title: '不动产登记受理通知书',
  source: new URL('./acceptance-notice.typ', import.meta.url),
  schema,
  seal: (data) => officeSeal(data, '受理专用章'),
  present: (data) => ({ units: unitTexts(data.units), qr: qrSvg(data.progressUrl) }),
});
