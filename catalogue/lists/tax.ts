import { listOf } from '../families/family.ts';
import { mortgagedNewHome, newHome } from '../families/new-home.ts';

/** 涉税业务 (ONL-TAX): taken in at the counter with the taxes, decided by others. */
export const taxList = listOf('TAX', [
  [1, '涉税', 'tax-new-home-transfer', '商品房转移', newHome],
  [2, '涉税', 'tax-new-home-mortgage', '商品房转移抵押合并登记', mortgagedNewHome],
]);
