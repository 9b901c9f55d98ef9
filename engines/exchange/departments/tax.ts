import { Type } from 'typebox';
import { defineService, incoming, outgoing } from '../service.ts';
import {
  Area,
  CaseNo,
  DateText,
  Fen,
  Identity,
  Moment,
  Office,
  Origin,
  PositiveFen,
  Received,
  Reference,
  Text,
  UnitCode,
} from './common.ts';
import { notice } from './notice.ts';

/** One tax owed by one side of the bargain. */
export const TaxLine = Type.Object({
  tax: Type.Enum(['deed', 'value-added', 'city-construction', 'education', 'local-education', 'income'], {
    description:
      'deed 契税；value-added 增值税；city-construction 城市维护建设税；education 教育费附加；local-education 地方教育附加；income 个人所得税',
  }),
  title: Text,
  payer: Type.Enum(['buyer', 'seller']),
  base: Fen,
  rate: Type.String({ description: '税率或征收率，十进制文本，如 0.015' }),
  amount: Fen,
  reason: Text,
  citations: Type.Array(
    Type.Object({
      law: Text,
      article: Type.Optional(Text),
      verified: Type.Boolean({ description: '条文是否已与原文核对' }),
    }),
  ),
});

export const Declaration = Type.Object({
  ...Origin,
  caseNo: CaseNo,
  kind: Type.Enum(['resale', 'new-home', 'gift', 'inheritance', 'between-spouses', 'other'], {
    description:
      'resale 存量房买卖；new-home 商品房买卖；gift 赠与；inheritance 法定继承；between-spouses 婚内变更；other 其他转移',
  }),
  usage: Type.Enum(['residential', 'other']),
  unitCode: UnitCode,
  area: Area,
  price: Fen,
  taxInPrice: Type.Optional(
    Type.Integer({ minimum: 0, description: '价款中已含的增值税额，分；商品房按发票填写' }),
  ),
  contractNo: Type.Optional(Reference),
  contractOn: DateText,
  sellers: Type.Array(Identity, { maxItems: 50 }),
  buyers: Type.Array(Identity, { minItems: 1, maxItems: 50 }),
  acquiredOn: Type.Optional(
    Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '转让方登记取得日期' }),
  ),
  originalPrice: Type.Optional(Type.Integer({ minimum: 0, description: '转让方原值，分；有完整凭证时填写' })),
  materials: Type.Optional(Type.Array(Type.Object({ name: Text, hash: Reference }), { maxItems: 100 })),
});

export const Assessment = Type.Object({
  office: Office,
  caseNo: CaseNo,
  declarationNo: Reference,
  noticeNo: Reference,
  assessedAt: Moment,
  payBefore: DateText,
  lines: Type.Array(TaxLine, { maxItems: 20 }),
  total: Fen,
  notAssessed: Type.Array(Text, { description: '须由税务窗口另行核定的税种' }),
});

export const Receipt = Type.Object({
  receiptNo: Reference,
  office: Office,
  caseNo: CaseNo,
  declarationNo: Reference,
  kind: Type.Enum(['paid', 'exempt'], { description: 'paid 完税；exempt 免税或不征税' }),
  payer: Type.Enum(['buyer', 'seller']),
  taxpayers: Type.Array(Identity),
  unitCode: UnitCode,
  lines: Type.Array(Type.Object({ tax: Text, title: Text, amount: Fen })),
  total: Fen,
  issuedAt: Moment,
  status: Type.Enum(['valid', 'void']),
  /** Signature of the tax bureau over the receipt without this field: the receipt can be checked on its own. */
  signature: Text,
});

export const tax = defineService({
  code: 'tax',
  title: '不动产交易税收',
  department: '税务',
  operations: {
    declare: outgoing(
      '涉税申报',
      Declaration,
      Type.Object({ declarationNo: Reference, status: Type.Literal('accepted'), acceptedAt: Moment }),
      { timeoutMs: 8_000 },
    ),
    query: outgoing(
      '涉税办理状态查询',
      Type.Object({ ...Origin, declarationNo: Type.Optional(Reference), unitCode: Type.Optional(UnitCode) }),
      Type.Object({
        declarations: Type.Array(
          Type.Object({
            declarationNo: Reference,
            caseNo: CaseNo,
            status: Type.Enum(['accepted', 'assessed', 'receipted', 'withdrawn', 'void']),
            assessment: Type.Optional(Assessment),
            receipts: Type.Array(Receipt),
          }),
        ),
      }),
    ),
    withdraw: outgoing(
      '撤回申报',
      Type.Object({ ...Origin, declarationNo: Reference, reason: Text }),
      Type.Object({ declarationNo: Reference, status: Type.Literal('withdrawn') }),
    ),
    appraise: outgoing(
      '存量房价格评估',
      Type.Object({ ...Origin, unitCode: UnitCode, area: Area, price: PositiveFen }),
      Type.Object({ appraisalNo: Reference, appraised: Fen, accepted: Type.Boolean(), note: Text }),
    ),
    notice,
    assessed: incoming('核税结果', Assessment, Received),
    receipted: incoming(
      '完税凭证',
      Type.Object({
        office: Office,
        caseNo: CaseNo,
        declarationNo: Reference,
        receipts: Type.Array(Receipt, { minItems: 1 }),
      }),
      Received,
    ),
    voided: incoming(
      '完税凭证作废',
      Type.Object({
        office: Office,
        caseNo: CaseNo,
        declarationNo: Reference,
        receiptNos: Type.Array(Reference),
        reason: Text,
      }),
      Received,
    ),
  },
});
