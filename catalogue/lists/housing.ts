import { doubleNotice } from '../families/advance-notice.ts';
import { listOf } from '../families/family.ts';
import { mortgagedResale } from '../families/sale.ts';

/** 与住建协同 (ONL-HCD); 存量房转移登记 has a folder of its own. */
export const housingList = listOf('HCD', [
  [2, '协同', 'hcd-resale-mortgage', '存量房转移抵押合并登记', mortgagedResale],
  [3, '协同', 'hcd-double-notice', '双预告升级', doubleNotice],
]);
