import { Type } from 'typebox';

/** Fields the protocols share; see docs/protocols/00-envelope.md, section "Common fields". */
export const Office = Type.String({ pattern: '^\\d{6}$', description: '登记机构所在行政区划代码' });
export const CaseNo = Type.String({ minLength: 1, maxLength: 64, description: '登记业务号' });
export const Fen = Type.Integer({
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
  description: '金额，单位为分',
});
export const PositiveFen = Type.Integer({
  minimum: 1,
  maximum: Number.MAX_SAFE_INTEGER,
  description: '金额，单位为分，大于零',
});
export const Area = Type.String({
  pattern: '^\\d{1,12}(\\.\\d{1,4})?$',
  description: '面积，平方米，十进制文本',
});
export const DateText = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '日期 YYYY-MM-DD' });
export const Moment = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$',
  description: '时刻，ISO 8601，带时区',
});
export const UnitCode = Type.String({ minLength: 12, maxLength: 28, description: '不动产单元代码' });
export const Reference = Type.String({ minLength: 1, maxLength: 64, description: '编号' });
export const Text = Type.String({ minLength: 1, maxLength: 500 });
export const IdNumber = Type.String({ minLength: 1, maxLength: 40, description: '证件号码' });

/** A person or body as the registers name one. `idType` is the national code of the kind of document; 1 is the resident identity card. */
export const Identity = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 120 }),
  idType: Type.String({ minLength: 1, maxLength: 4, description: '证件种类代码' }),
  idNumber: IdNumber,
});

/** Every outgoing request says for which office, and mostly for which case, it is made. */
export const Origin = { office: Office, caseNo: Type.Optional(CaseNo) };

/** The plain acknowledgement: kept, will be dealt with. */
export const Received = Type.Object({ received: Type.Literal(true) });

/** A verification says one of three things; anything else is no answer. */
export const MatchResult = Type.Enum(['match', 'mismatch', 'not-found'], {
  description: 'match 一致；mismatch 不一致；not-found 库中无此人',
});

/** An electronic licence fetched from the department that issued it. */
export const Licence = Type.Object({
  licenceNo: Reference,
  kind: Reference,
  title: Text,
  holder: Text,
  issuer: Text,
  issuedOn: DateText,
  validUntil: Type.Optional(DateText),
  status: Type.Enum(['valid', 'revoked']),
  fields: Type.Record(Type.String(), Type.String(), { description: '证面信息，中文名称到值' }),
});

export const LicenceRequest = Type.Object({ ...Origin, name: Text, idNumber: IdNumber });
export const LicenceAnswer = Type.Object({ licences: Type.Array(Licence, { maxItems: 50 }) });
