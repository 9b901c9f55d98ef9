import { cadastreTables } from './tables/cadastre.ts';
import { caseworkTables } from './tables/casework.ts';
import { certificatesTables } from './tables/certificates.ts';
import { evidenceTables } from './tables/evidence.ts';
import { exchangeTables } from './tables/exchange.ts';
import { knowledgeTables } from './tables/knowledge.ts';
import { paymentTables } from './tables/payment.ts';
import { platformTables } from './tables/platform.ts';
import { registerTables } from './tables/register.ts';
import { registrationTables } from './tables/registration.ts';
import { rulesTables } from './tables/rules.ts';
import { securityTables } from './tables/security.ts';

/** Why data of a kind is held at all, on what legal ground, and how long. Retention without a number waits for the institution. */
export interface Ground {
  title: string;
  purpose: string;
  basis: string;
  retention: string;
  /** The citation was not checked against the text of the law. */
  verified: false;
}

const lawful = { verified: false } as const;

export const grounds = {
  register: {
    title: '登记簿与证书',
    purpose: '记载和证明不动产权利',
    basis: '《中华人民共和国民法典》物权编、《不动产登记暂行条例》',
    retention: '永久',
    ...lawful,
  },
  case: {
    title: '登记办件',
    purpose: '受理、审核、核定和归档不动产登记申请',
    basis: '《不动产登记暂行条例》及其实施细则',
    retention: '随登记资料归档，期限待登记机构按档案管理规定填定',
    ...lawful,
  },
  payment: {
    title: '税费',
    purpose: '申报纳税、收取登记费、对账和退费',
    basis: '税收征收管理和政府非税收入管理的规定',
    retention: '期限待登记机构按会计档案管理规定填定',
    ...lawful,
  },
  exchange: {
    title: '部门交换',
    purpose: '向有关部门核验和通报，留存交换凭据',
    basis: '《不动产登记暂行条例》关于信息共享的规定',
    retention: '不少于六个月的网络日志留存要求之上，期限待登记机构填定',
    ...lawful,
  },
  evidence: {
    title: '存证',
    purpose: '证明登簿、双录、通知和查看未被改动',
    basis: '《中华人民共和国数据安全法》关于保障数据完整性的规定',
    retention: '永久；只存摘要和必要内容',
    ...lawful,
  },
  management: {
    title: '规则设置',
    purpose: '说明办件当时适用的规则',
    basis: '《不动产登记暂行条例》',
    retention: '随登记资料',
    ...lawful,
  },
  account: {
    title: '账号与授权',
    purpose: '识别使用人，按最小必要授予权限',
    basis: '《中华人民共和国网络安全法》关于实名和访问控制的规定',
    retention: '账号停用后随审计日志保存',
    ...lawful,
  },
  audit: {
    title: '审计',
    purpose: '追查访问、修改、导出和授权变更',
    basis: '《中华人民共和国网络安全法》关于留存网络日志的规定',
    retention: '不少于六个月，期限待登记机构定级后填定',
    ...lawful,
  },
  security: {
    title: '安全管理',
    purpose: '证明安全义务的履行',
    basis: '《中华人民共和国网络安全法》《中华人民共和国数据安全法》《中华人民共和国个人信息保护法》',
    retention: '服务终止后随审计日志保存',
    ...lawful,
  },
  operation: {
    title: '平台运行',
    purpose: '维持平台运行',
    basis: '《中华人民共和国网络安全法》关于保障网络运行安全的规定',
    retention: '用完即清或随版本更新',
    ...lawful,
  },
} as const satisfies Record<string, Ground>;

/** One table; every column stands in exactly one of the four lists, separated by spaces. */
export interface CatalogueTable {
  table: string;
  title: string;
  ground: keyof typeof grounds;
  /** 政务数据. */
  government?: string;
  /** 个人信息. */
  personal?: string;
  /** 系统运行数据. */
  operational?: string;
  /** What proves who somebody is: never exported. */
  credential?: string;
  /** False for what only serves the running system and says nothing elsewhere. */
  exported?: false;
}

/** Every table of the product. A migration that adds a column without a line here does not pass its test. Rows SEC-OWN-01, SEC-OWN-03. */
export const catalogue: readonly CatalogueTable[] = [
  ...registerTables,
  ...registrationTables,
  ...certificatesTables,
  ...cadastreTables,
  ...caseworkTables,
  ...paymentTables,
  ...exchangeTables,
  ...evidenceTables,
  ...rulesTables,
  ...knowledgeTables,
  ...platformTables,
  ...securityTables,
];

/** Schemas of an engine we use as it is: its tables hold work in hand, which is operational data, and leave with nothing. */
export const foreignSchemas: readonly string[] = ['jobs'];

export const columnsOf = (list: string | undefined): string[] => (list === undefined ? [] : list.split(' '));

/** All columns of a table, with their class. */
export function classified(
  entry: CatalogueTable,
): Map<string, 'government' | 'personal' | 'operational' | 'credential'> {
  const classes = ['government', 'personal', 'operational', 'credential'] as const;
  return new Map(classes.flatMap((each) => columnsOf(entry[each]).map((column) => [column, each] as const)));
}
