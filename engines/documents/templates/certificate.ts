import { formatUnitCode } from '@hengchan/standards';
import { type Static, Type } from 'typebox';
import { qrSvg } from '../qr.ts';
import { defineTemplate } from '../template.ts';
import {
  closed,
  dayOf,
  demo,
  holders,
  labelled,
  office,
  officeSeal,
  perhaps,
  unitCode,
  verificationUrl,
  words,
} from './common.ts';
import { drawPlan, plan } from './plan.ts';

const schema = closed({
  demo,
  office,
  /** 证号, the text of the registration: 苏（2026）常州市不动产权第0001234号. */
  number: words('证号', 80),
  /** 编号, of the sheet of paper; absent for an electronic certificate. */
  serialNumber: perhaps('编号', 40),
  registeredOn: dayOf('登记日期'),
  holders,
  ownership: words('共有情况', 400),
  location: words('坐落', 500),
  unitCode,
  rightType: words('权利类型', 100),
  rightNature: words('权利性质', 200),
  purpose: words('用途', 200),
  /** Each line as printed: 宗地面积 12345.60㎡ / 房屋建筑面积 98.76㎡. */
  areas: Type.Array(words('面积', 100), { title: '面积', minItems: 1, maxItems: 10 }),
  terms: Type.Array(words('使用期限', 200), { title: '使用期限', maxItems: 10 }),
  otherState: Type.Array(labelled, { title: '权利其他状况', maxItems: 40 }),
  remarks: Type.Array(words('附记', 2000), { title: '附记', maxItems: 40 }),
  verificationUrl,
  plans: Type.Optional(Type.Array(plan, { title: '附图', maxItems: 6 })),
});

export type CertificateData = Static<typeof schema>;

/** 不动产权证书: the electronic certificate, with the list of co-owners and plans on pages of their own. */
export const certificate = defineTemplate({
  code: 'certificate',
  title: '不动产权证书',
  source: new URL('./certificate.typ', import.meta.url),
  schema,
  seal: officeSeal,
  present: (data) => ({
    unitCodeText: formatUnitCode(data.unitCode),
    qr: qrSvg(data.verificationUrl),
    drawings: (data.plans ?? []).map(drawPlan),
  }),
});
