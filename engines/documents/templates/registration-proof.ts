import { formatUnitCode } from '@hengchan/standards';
import { type Static, Type } from 'typebox';
import { qrSvg } from '../qr.ts';
import { defineTemplate } from '../template.ts';
import {
  closed,
  dayOf,
  demo,
  holder,
  holders,
  labelled,
  office,
  officeSeal,
  perhaps,
  unitCode,
  verificationUrl,
  words,
} from './common.ts';

const schema = closed({
  demo,
  office,
  /** 证明号: 苏（2026）常州市不动产证明第0000007号. */
  number: words('证明号', 80),
  serialNumber: perhaps('编号', 40),
  registeredOn: dayOf('登记日期'),
  /** 证明权利或事项: 抵押权, 预告登记（预售商品房买卖）, 异议登记, 居住权, 地役权 … */
  matter: words('证明权利或事项', 100),
  holders,
  obligors: Type.Array(holder, { title: '义务人', maxItems: 500 }),
  location: words('坐落', 500),
  unitCode,
  /** Units besides the first, for a mortgage over many. */
  furtherUnits: Type.Optional(
    Type.Array(closed({ unitCode, location: words('坐落', 500) }), {
      title: '其他不动产单元',
      maxItems: 1000,
    }),
  ),
  /** 其他: what is secured, for how much, until when … */
  other: Type.Array(labelled, { title: '其他', maxItems: 40 }),
  remarks: Type.Array(words('附记', 2000), { title: '附记', maxItems: 40 }),
  verificationUrl,
});

export type RegistrationProofData = Static<typeof schema>;

/** 不动产登记证明: for mortgage, easement, habitation, advance notice and objection. */
export const registrationProof = defineTemplate({
  code: 'registration-proof',
  title: '不动产登记证明',
  source: new URL('./registration-proof.typ', import.meta.url),
  schema,
  seal: officeSeal,
  present: (data) => ({
    unitCodeText: formatUnitCode(data.unitCode),
    furtherUnits: (data.furtherUnits ?? []).map((one) => ({
      ...one,
      unitCodeText: formatUnitCode(one.unitCode),
    })),
    qr: qrSvg(data.verificationUrl),
  }),
});
