import { presaleNotice } from '../families/advance-notice.ts';
import { listOf } from '../families/family.ts';
import { mortgagedNewHome, newHome } from '../families/new-home.ts';

/** 开发企业申请 (ONL-DEV). */
export const developerList = listOf('DEV', [
  [1, '转移', 'dev-new-home-transfer', '商品房转移登记', newHome],
  [2, '转移', 'dev-new-home-mortgage', '商品房转移抵押合并登记', mortgagedNewHome],
  [3, '预告', 'dev-presale-notice', '预购商品房预告登记', presaleNotice],
]);
