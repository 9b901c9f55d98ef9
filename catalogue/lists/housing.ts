import { doubleNotice } from '../families/advance-notice.ts';
import { listOf } from '../families/family.ts';
import { mortgagedResale, resale } from '../families/sale.ts';

/** 与住建协同 (ONL-HCD). */
export const housingList = listOf('HCD', [
  [1, '协同', 'resale-transfer', '存量房转移登记', resale],
  [2, '协同', 'hcd-resale-mortgage', '存量房转移抵押合并登记', mortgagedResale],
  [3, '协同', 'hcd-double-notice', '双预告升级', doubleNotice],
]);
