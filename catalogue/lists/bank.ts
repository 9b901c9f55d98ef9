import { listOf } from '../families/family.ts';
import { mortgageAlteration } from '../families/mortgage.ts';
import { mortgagedNewHome } from '../families/sale.ts';

/** 银行代办 (ONL-BNK); 抵押权首次 and 抵押权注销 have folders of their own. */
export const bankList = listOf('BNK', [
  [3, '抵押', 'bnk-mortgage-alteration', '抵押权变更', mortgageAlteration],
  [9, '转移', 'bnk-new-home-mortgage', '商品房转移抵押合并登记', mortgagedNewHome],
]);
