import type { ProcessGroup, ProcessList } from '@hengchan/casework';

export interface ListInfo {
  list: ProcessList;
  title: string;
  /** Whom it is for, as people say it. */
  audience: string;
  /** Processes the province's table has in it (ONL-WEB-01). */
  expected: number;
}

/** The seven lists of the province's table and how many processes each has: 134 in all (ONL-WEB-01). */
export const lists: readonly ListInfo[] = [
  { list: 'HCD', title: '与住建平台协同', audience: '买卖双方、房地产开发企业', expected: 3 },
  { list: 'BNK', title: '银行代办', audience: '银行', expected: 9 },
  { list: 'DEV', title: '房地产开发企业代办', audience: '房地产开发企业', expected: 3 },
  { list: 'ENT', title: '企业法人申请', audience: '企业和其他组织', expected: 28 },
  { list: 'PER', title: '个人申请', audience: '个人', expected: 41 },
  { list: 'SEP', title: '受办分离', audience: '登记窗口', expected: 48 },
  { list: 'TAX', title: '受办分离之涉税业务', audience: '登记窗口', expected: 2 },
];

/** Title of the businesses this platform offers beyond the table. */
export const additionalTitle = '平台增设';

/** The groups in the order of the table. */
export const groups: readonly ProcessGroup[] = [
  '协同',
  '首次',
  '变更',
  '预告',
  '转移',
  '抵押',
  '注销',
  '其他',
  '涉税',
];
