import { formatYuan } from '@hengchan/standards';
import { type Static, Type } from 'typebox';
import { defineTemplate } from '../template.ts';
import {
  business,
  caseNo,
  closed,
  dayOf,
  demo,
  fen,
  labelled,
  materials,
  momentOf,
  office,
  oneOf,
  perhaps,
  share,
  signatures,
  unitCode,
  unitTexts,
  words,
} from './common.ts';

const agent = closed(
  {
    name: words('代理人姓名', 100),
    idType: perhaps('代理人证件种类', 40),
    idNumber: perhaps('代理人证件号码', 60),
    phone: perhaps('代理人联系电话', 40),
    organisation: perhaps('代理机构名称', 200),
  },
  '代理人',
);

const party = closed(
  {
    /** 权利人, 义务人, 抵押权人, 抵押人, 异议申请人 … */
    role: words('申请人类别', 20),
    name: words('姓名（名称）', 200),
    idType: words('身份证件种类', 40),
    idNumber: words('证件号', 60),
    address: perhaps('通讯地址', 300),
    postcode: perhaps('邮编', 10),
    phone: perhaps('联系电话', 40),
    representative: perhaps('法定代表人或负责人', 100),
    share: Type.Optional(share),
    agent: Type.Optional(agent),
  },
  '申请人',
);

const applicationUnit = closed(
  {
    unitCode,
    location: words('坐落', 500),
    kind: words('不动产类型', 60),
    area: words('面积', 100),
    purpose: perhaps('用途', 200),
    formerCertificate: perhaps('原不动产权属证书号', 400),
    details: Type.Optional(Type.Array(labelled, { title: '其他情况', maxItems: 12 })),
  },
  '不动产',
);

const mortgage = closed(
  {
    maximum: Type.Boolean({ title: '是否最高额抵押' }),
    amount: fen('被担保债权数额（最高债权额）'),
    from: Type.Optional(dayOf('债务履行期限起')),
    to: Type.Optional(dayOf('债务履行期限止')),
    scope: perhaps('担保范围', 1000),
    /** 是否存在禁止或限制转让抵押不动产的约定. */
    transferRestricted: Type.Optional(Type.Boolean({ title: '是否存在禁止或限制转让的约定' })),
    construction: perhaps('在建建筑物抵押范围', 1000),
  },
  '抵押情况',
);

const easement = closed(
  {
    dominantUnitCode: unitCode,
    dominantLocation: words('需役地坐落', 500),
    content: words('地役权内容', 1000),
    from: Type.Optional(dayOf('利用期限起')),
    to: Type.Optional(dayOf('利用期限止')),
  },
  '地役权情况',
);

const schema = closed({
  demo,
  office,
  caseNo,
  receivedAt: Type.Optional(momentOf('收件时间')),
  receivedBy: perhaps('收件人', 100),
  business,
  /** Which right is to be registered; ticked on the form, or added to it when it is none of the usual. */
  rightType: words('权利类型', 60),
  registrationType: oneOf('登记类型', [
    '首次登记',
    '转移登记',
    '变更登记',
    '注销登记',
    '更正登记',
    '异议登记',
    '预告登记',
    '查封登记',
    '其他登记',
  ]),
  parties: Type.Array(party, { title: '申请人', minItems: 1, maxItems: 200 }),
  units: Type.Array(applicationUnit, { title: '不动产', minItems: 1, maxItems: 200 }),
  mortgage: Type.Optional(mortgage),
  easement: Type.Optional(easement),
  reason: words('登记原因', 500),
  reasonDocuments: Type.Array(words('登记原因证明文件', 300), { title: '登记原因证明文件', maxItems: 20 }),
  certificateLayout: Type.Optional(oneOf('申请证书版式', ['单一版', '集成版'])),
  separateCertificates: Type.Optional(Type.Boolean({ title: '申请分别持证' })),
  /** The inquiry (询问) the law asks for, question by question. */
  inquiry: Type.Optional(
    Type.Array(closed({ question: words('询问', 500), answer: words('回答', 1000) }), {
      title: '询问记录',
      maxItems: 40,
    }),
  ),
  declarations: Type.Array(words('申请人声明', 1000), { title: '申请人声明', minItems: 1, maxItems: 20 }),
  materials,
  remarks: perhaps('备注', 2000),
  signatures,
});

export type ApplicationData = Static<typeof schema>;

const RIGHT_TYPES = [
  '集体土地所有权',
  '国有建设用地使用权',
  '国有建设用地使用权/房屋所有权',
  '宅基地使用权',
  '宅基地使用权/房屋所有权',
  '集体建设用地使用权',
  '集体建设用地使用权/房屋所有权',
  '土地承包经营权',
  '林地使用权/森林、林木所有权',
  '海域使用权',
  '无居民海岛使用权',
  '抵押权',
  '地役权',
  '居住权',
];
const REGISTRATION_TYPES = [
  '首次登记',
  '转移登记',
  '变更登记',
  '注销登记',
  '更正登记',
  '异议登记',
  '预告登记',
  '查封登记',
  '其他登记',
];

/** 不动产登记申请书. */
export const application = defineTemplate({
  code: 'application',
  title: '不动产登记申请书',
  source: new URL('./application.typ', import.meta.url),
  schema,
  present: (data) => ({
    units: unitTexts(data.units),
    rightTypes: ticks(RIGHT_TYPES, data.rightType),
    registrationTypes: ticks(REGISTRATION_TYPES, data.registrationType),
    ...(data.mortgage === undefined ? {} : { mortgageAmount: formatYuan(data.mortgage.amount) }),
    ...(data.easement === undefined
      ? {}
      : { dominant: unitTexts([{ unitCode: data.easement.dominantUnitCode }])[0]?.unitCodeText }),
  }),
});

/** The usual choices with the chosen one ticked; slashes are matched in either width. */
function ticks(usual: readonly string[], chosen: string): { words: string; on: boolean }[] {
  const plain = (text: string) => text.replaceAll('／', '/');
  const known = usual.includes(plain(chosen));
  const listed = usual.map((words) => ({ words, on: words === plain(chosen) }));
  return known ? listed : [...listed, { words: chosen, on: true }];
}
