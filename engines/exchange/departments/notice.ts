import { Type } from 'typebox';
import { outgoing } from '../service.ts';
import { Area, CaseNo, Fen, Identity, Moment, Office, Reference, Text, UnitCode } from './common.ts';

/** What a department is told after an entry in the register. Fields a department has no need of are left out by the sender. */
export const Notice = Type.Object({
  office: Office,
  caseNo: CaseNo,
  noticeNo: Reference,
  kind: Type.String({ minLength: 1, maxLength: 64, description: '通知种类，如 registered、withdrawn' }),
  business: Type.Object({ code: Reference, title: Text }),
  registeredAt: Moment,
  entryNumber: Type.Optional(Reference),
  units: Type.Array(
    Type.Object({ unitCode: UnitCode, location: Type.Optional(Text), area: Type.Optional(Area) }),
    { minItems: 1, maxItems: 500 },
  ),
  from: Type.Optional(Type.Array(Identity, { maxItems: 200 })),
  to: Type.Optional(Type.Array(Identity, { maxItems: 200 })),
  certificates: Type.Optional(Type.Array(Reference, { maxItems: 500 })),
  contractNo: Type.Optional(Reference),
  price: Type.Optional(Fen),
  details: Type.Optional(
    Type.Record(Type.String(), Type.String(), { description: '部门另行要求的字段，如电表用户编号' }),
  ),
});

export const NoticeAnswer = Type.Object({ received: Type.Literal(true), receiptNo: Reference });

/** Every department has this one, under the same name. */
export const notice = outgoing('登记结果通知', Notice, NoticeAnswer);
