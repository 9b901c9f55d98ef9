import { type Static, Type } from 'typebox';
import { qrSvg } from '../qr.ts';
import { defineTemplate } from '../template.ts';
import {
  citation,
  closed,
  dayOf,
  demo,
  labelled,
  office,
  officeSeal,
  units,
  unitTexts,
  verificationUrl,
  words,
} from './common.ts';

const schema = closed({
  demo,
  office,
  noticeNo: words('公告编号', 40),
  /** 不动产首次登记公告 and so on. */
  heading: words('公告名称', 60),
  paragraphs: Type.Array(words('公告内容', 2000), { title: '公告内容', minItems: 1, maxItems: 20 }),
  units,
  items: Type.Array(labelled, { title: '公告事项', maxItems: 60 }),
  publishedOn: dayOf('公告日期'),
  endsOn: dayOf('公告截止日期'),
  /** 15 个工作日. */
  period: words('公告期限', 40),
  citation,
  noticeUrl: verificationUrl,
});

export type PublicNoticeData = Static<typeof schema>;

/** 公告: what is going to be registered, until when and how anybody may object (实施细则 17, 18). */
export const publicNotice = defineTemplate({
  code: 'public-notice',
  title: '不动产登记公告',
  source: new URL('./public-notice.typ', import.meta.url),
  schema,
  seal: (data) => officeSeal(data),
  present: (data) => ({ units: unitTexts(data.units), qr: qrSvg(data.noticeUrl) }),
});
