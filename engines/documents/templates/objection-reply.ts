import { type Static, Type } from 'typebox';
import { defineTemplate } from '../template.ts';
import { closed, demo, momentOf, office, officeSeal, oneOf, units, unitTexts, words } from './common.ts';
import { remedy } from './remedy.ts';

const schema = closed({
  demo,
  office,
  noticeNo: words('公告编号', 40),
  noticeTitle: words('公告名称', 60),
  objector: words('异议人', 200),
  units: Type.Array(units.items, { title: '不动产单元', maxItems: 500 }),
  filedAt: momentOf('提出时间'),
  objection: words('异议理由', 2000),
  outcome: oneOf('审查结论', ['成立', '不成立']),
  reasons: words('审查意见', 2000),
  decidedAt: momentOf('审查时间'),
  remedy,
});

export type ObjectionReplyData = Static<typeof schema>;

/** 公告异议审查结果告知书: to who objected, what became of it and why. */
export const objectionReply = defineTemplate({
  code: 'objection-reply',
  title: '公告异议审查结果告知书',
  source: new URL('./objection-reply.typ', import.meta.url),
  schema,
  seal: (data) => officeSeal(data),
  present: (data) => ({ units: unitTexts(data.units) }),
});
