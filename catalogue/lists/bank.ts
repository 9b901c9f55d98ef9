import { doubleNotice } from '../families/advance-notice.ts';
import { listOf } from '../families/family.ts';
import { mortgageAlteration, mortgageEnd, mortgageFirst } from '../families/mortgage.ts';
import { mortgagedNewHome, mortgagedNoticedNewHome } from '../families/new-home.ts';
import {
  doubleNoticeAlteration,
  doubleNoticeCancellation,
  doubleNoticeTransfer,
} from '../families/noticed.ts';

/** Whoever has a mortgage may do without a bank's help what banks do for them. */
const lenders = ['person', 'company', 'bank', 'counter'] as const;

/** 银行代办 (ONL-BNK). */
export const bankList = listOf('BNK', [
  [1, '抵押', 'mortgage-first', '抵押权首次', mortgageFirst, lenders],
  [2, '注销', 'mortgage-cancellation', '抵押权注销', mortgageEnd, lenders],
  [3, '抵押', 'bnk-mortgage-alteration', '抵押权变更', mortgageAlteration],
  [9, '转移', 'bnk-new-home-mortgage', '商品房转移抵押合并登记', mortgagedNewHome],
  [4, '预告', 'bnk-double-notice', '双预告', doubleNotice],
  [5, '预告', 'bnk-double-notice-transfer', '双预告转移', doubleNoticeTransfer],
  [6, '预告', 'bnk-double-notice-alteration', '双预告变更', doubleNoticeAlteration],
  [7, '预告', 'bnk-double-notice-cancellation', '双预告注销', doubleNoticeCancellation],
  [8, '预告', 'bnk-double-notice-conversion', '双预告转本', mortgagedNoticedNewHome],
]);
