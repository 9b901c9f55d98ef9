import { formatUnitCode } from '@hengchan/standards';
import { type Static, type TObject, type TProperties, Type } from 'typebox';

/** An object that takes no other fields, so that a misspelt name is refused and not silently left blank. */
export function closed<Properties extends TProperties>(
  properties: Properties,
  title?: string,
): TObject<Properties> {
  return Type.Object(properties, {
    additionalProperties: false,
    ...(title === undefined ? {} : { title }),
  });
}

/** Words that must be there. */
export function words(title: string, maxLength = 2000) {
  return Type.String({ title, minLength: 1, maxLength });
}

/** Words that may be empty or absent; the sheet then shows a dash. */
export function perhaps(title: string, maxLength = 2000) {
  return Type.Optional(Type.String({ title, maxLength }));
}

/** A day that exists, 2026-11-20, printed as 2026年11月20日. */
export function dayOf(title: string) {
  return Type.String({ title, format: 'date' });
}

/**
 * A moment on a clock in China, 2026-11-20T09:30, printed to the minute: `toShanghaiDate` and
 * `toShanghaiTime` of @hengchan/standards with a T between. An offset or Z is refused, so that universal time
 * is not printed by mistake.
 */
export function momentOf(title: string) {
  return Type.String({
    title,
    pattern:
      '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d+)?)?$',
  });
}

/** One of some fixed words. `Type.Enum` gives one clear complaint where a union would give one a word. */
export function oneOf<const Values extends readonly string[]>(title: string, values: Values) {
  return Type.Unsafe<Values[number]>(Type.String({ title, enum: [...values] }));
}

/** Integer fen; printed as 1,280,000.00. */
export function fen(title: string) {
  return Type.Integer({ title, minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
}

/** True when the sheet comes from a demonstration: it then bears 演示样本 across every page. */
export const demo = Type.Optional(Type.Boolean({ title: '演示' }));

export const office = closed(
  {
    name: words('登记机构', 60),
    /** 6-digit area code. */
    code: Type.String({ title: '登记机构代码', pattern: '^\\d{6}$' }),
    address: perhaps('登记机构地址', 200),
  },
  '登记机构',
);
export type Office = Static<typeof office>;

/** 28 characters without spaces; printed in its four groups (GB/T 37346, not checked against the text). */
export const unitCode = Type.String({
  title: '不动产单元号',
  pattern: '^\\d{12}[GJZ][ABSXCDEFHGWYLN]\\d{5}(W0{8}|[FLQ]\\d{8})$',
});

/** A unit as notices name it. */
export const unit = closed({ unitCode, location: words('坐落', 500) }, '不动产单元');
export const units = Type.Array(unit, { title: '不动产单元', minItems: 1, maxItems: 500 });

/** Units with their codes as people read them. */
export function unitTexts<Unit extends { unitCode: string }>(of: readonly Unit[]) {
  return of.map((one) => ({ ...one, unitCodeText: formatUnitCode(one.unitCode) }));
}

export const labelled = closed({ label: words('名称', 40), value: words('内容', 4000) });
export type Labelled = Static<typeof labelled>;

export const share = closed(
  {
    numerator: Type.Integer({ title: '份额分子', minimum: 1 }),
    denominator: Type.Integer({ title: '份额分母', minimum: 1 }),
  },
  '份额',
);

/** A holder as printed. Whether the identity number is masked is the caller's decision, by purpose. */
export const holder = closed(
  {
    name: words('姓名或名称', 200),
    idType: perhaps('证件种类', 40),
    idNumber: perhaps('证件号码', 60),
    share: Type.Optional(share),
  },
  '权利人',
);
export type Holder = Static<typeof holder>;

export const holders = Type.Array(holder, { title: '权利人', minItems: 1, maxItems: 500 });

export const verificationUrl = Type.String({
  title: '核验网址',
  pattern: '^https?://[!-~]+$',
  maxLength: 400,
});

/**
 * Where a statement of law comes from. `verified` says whether the wording was checked against the text in
 * force; it is kept with the data for reviewers and never printed.
 */
export const citation = closed(
  {
    law: words('法律名称', 100),
    article: perhaps('条款', 60),
    text: perhaps('条文', 2000),
    verified: Type.Boolean({ title: '是否核对原文' }),
  },
  '依据',
);
export type Citation = Static<typeof citation>;

const DEMONSTRATION_PURPOSE = '演示专用';

/** The office's registration seal, which says 演示专用 when the sheet is a demonstration. */
export function officeSeal(data: { office: Office; demo?: boolean }, purpose = '不动产登记专用章') {
  return { office: data.office.name, purpose: data.demo === true ? DEMONSTRATION_PURPOSE : purpose };
}

export const caseNo = words('办件编号', 40);
export const business = words('登记业务', 200);
export const applicants = Type.Array(words('申请人', 200), { title: '申请人', minItems: 1, maxItems: 500 });

/** A material as received or returned. */
export const material = closed(
  {
    name: words('材料名称', 200),
    /** 原件, 复印件, 电子证照, 部门共享 … */
    form: perhaps('材料形式', 40),
    copies: Type.Optional(Type.Integer({ title: '份数', minimum: 1, maximum: 9999 })),
    pages: Type.Optional(Type.Integer({ title: '页数', minimum: 1, maximum: 99_999 })),
  },
  '材料',
);
export const materials = Type.Array(material, { title: '材料', maxItems: 300 });

/** Someone's signature on a sheet: who, how it was given, and what proves it. */
export const signature = closed(
  {
    role: words('签署身份', 40),
    name: words('签署人', 200),
    at: Type.Optional(momentOf('签署时间')),
    /** 电子签名, 视频双录确认, 手写签名 … */
    method: perhaps('签署方式', 60),
    /** What a verifier looks the signature up by. */
    evidence: perhaps('存证编号', 120),
  },
  '签署',
);
export const signatures = Type.Array(signature, { title: '签署', maxItems: 200 });
