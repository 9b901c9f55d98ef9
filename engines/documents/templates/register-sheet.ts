import { formatUnitCode } from '@hengchan/standards';
import { type Static, Type } from 'typebox';
import { defineTemplate } from '../template.ts';
import {
  closed,
  demo,
  labelled,
  momentOf,
  office,
  officeSeal,
  oneOf,
  perhaps,
  unitCode,
  words,
} from './common.ts';

/** One registered right, restriction or other matter, with the entry that made it. */
const registered = closed(
  {
    title: words('登记事项', 100),
    state: oneOf('权属状态', ['现势', '历史', '终止', '临时']),
    entryNumber: words('登簿编号', 60),
    registeredAt: momentOf('登簿时间'),
    endedAt: Type.Optional(momentOf('终止时间')),
    registrar: perhaps('登簿人', 100),
    fields: Type.Array(labelled, { title: '登记内容', minItems: 1, maxItems: 60 }),
  },
  '登记事项',
);

/**
 * A page of the register: the four kinds of matter the register holds (自然状况, 权属状况, 权利限制及提示,
 * 其他), for one unit at one moment.
 */
const schema = closed({
  demo,
  office,
  unitCode,
  location: words('坐落', 500),
  /** Said across a page that was closed: how, and which units took its place. */
  closed: perhaps('注销情况', 2000),
  /** The moment the sheet shows; a sheet "as of" the past says so. */
  asOf: momentOf('截至时间'),
  natural: Type.Array(labelled, { title: '自然状况', minItems: 1, maxItems: 80 }),
  rights: Type.Array(registered, { title: '权属状况', maxItems: 300 }),
  restrictions: Type.Array(registered, { title: '权利限制及提示', maxItems: 300 }),
  others: Type.Array(labelled, { title: '其他事项', maxItems: 100 }),
  /** Who asked for the copy and what for; a copy without an asker is not made. */
  requestedBy: words('查询人', 200),
  purpose: words('查询目的', 200),
  /** Head of the register's hash chain for the unit, by which the copy can be checked. */
  registerHash: perhaps('登记簿校验值', 128),
});

export type RegisterSheetData = Static<typeof schema>;

/** 不动产登记簿页. */
export const registerSheet = defineTemplate({
  code: 'register-sheet',
  title: '不动产登记簿',
  source: new URL('./register-sheet.typ', import.meta.url),
  schema,
  seal: (data) => officeSeal(data, '登记资料查询专用'),
  present: (data) => ({ unitCodeText: formatUnitCode(data.unitCode) }),
});
