import { saleNotice } from '../families/advance-notice.ts';
import { anyAlteration, houseMoving, houseRenamingOfPerson, houseSharing } from '../families/alteration.ts';
import { titleCancellation } from '../families/cancellation.ts';
import { certificateExchange, certificateReplacement } from '../families/certificate-anew.ts';
import { easementAlteration, easementEnd, easementFirst, easementTransfer } from '../families/easement.ts';
import { listOf } from '../families/family.ts';
import {
  forestOwnershipFirst,
  forestUseFirst,
  homesteadFirst,
  homesteadHouseFirst,
  privateHouseFirst,
  stateFarmlandFirst,
} from '../families/first-registration.ts';
import {
  mortgageAlteration,
  mortgageEnd,
  mortgageToPrivateLender,
  mortgageTransfer,
} from '../families/mortgage.ts';
import { newHomeOfPerson, newHomeTaxPaid, noticedNewHome } from '../families/new-home.ts';
import { noticeAlteration, noticeCancellation, noticeTransfer } from '../families/noticed.ts';
import { objectionCancellation, objectionRegistration } from '../families/objection.ts';
import { byJudgment, inheritance } from '../families/passing-by-law.ts';
import { rectificationOnApplication } from '../families/rectification.ts';
import { resale, resaleWithUtilities } from '../families/sale.ts';
import { betweenSpouses, contractedLand, gift, homesteadHouse } from '../families/transfer.ts';

/** 个人申请 (ONL-PER). */
export const personList = listOf('PER', [
  [1, '首次', 'per-house-first', '国有建设用地使用权及房屋所有权首次登记（私房新建）', privateHouseFirst],
  [2, '首次', 'per-homestead-first', '宅基地使用权首次登记', homesteadFirst],
  [3, '首次', 'per-homestead-house-first', '宅基地使用权及房屋所有权首次登记', homesteadHouseFirst],
  [5, '首次', 'per-state-farmland-first', '国有农用地的使用权首次登记', stateFarmlandFirst],
  [6, '首次', 'per-forest-use-first', '林地使用权及森林、林木使用权首次登记', forestUseFirst],
  [40, '其他', 'per-forest-ownership-first', '森林/林木所有权登记', forestOwnershipFirst],
  [
    7,
    '变更',
    'per-house-renaming',
    '国有建设用地使用权及房屋所有权变更登记（权利人姓名变更）',
    houseRenamingOfPerson,
  ],
  [
    8,
    '变更',
    'per-house-moving',
    '国有建设用地使用权及房屋所有权变更登记（不动产地址、坐落变更）',
    houseMoving,
  ],
  [9, '变更', 'per-house-sharing', '国有建设用地使用权及房屋所有权变更登记（共有性质变更）', houseSharing],
  [10, '变更', 'per-homestead-house-alteration', '宅基地使用权及房屋所有权变更登记', anyAlteration('6')],
  [12, '变更', 'per-contracted-land-alteration', '土地承包经营权变更登记', anyAlteration('9')],
  [18, '转移', 'per-new-home-purchase', '购买商品房（一窗）', newHomeOfPerson],
  [19, '转移', 'per-new-home-tax-paid', '购买商品房', newHomeTaxPaid],
  [20, '转移', 'per-resale-transfer', '存量房转移', resale],
  [21, '转移', 'per-resale-with-utilities', '存量房转移（一件事）', resaleWithUtilities],
  [22, '转移', 'per-gift', '不动产赠与', gift],
  [23, '转移', 'per-judgment-transfer', '司法裁决转移', byJudgment('person')],
  [24, '转移', 'per-spouses-division', '不动产分割、合并（夫妻析产）', betweenSpouses],
  [25, '转移', 'per-inheritance', '不动产继承、受遗赠', inheritance],
  [27, '转移', 'per-homestead-house-transfer', '宅基地使用权及房屋所有权转移登记', homesteadHouse],
  [28, '转移', 'per-contracted-land-transfer', '土地承包经营权转移登记', contractedLand],
  [33, '注销', 'per-house-cancellation', '国有建设用地使用权及房屋所有权注销登记', titleCancellation('4')],
  [
    34,
    '注销',
    'per-homestead-house-cancellation',
    '宅基地使用权及房屋所有权注销登记',
    titleCancellation('6'),
  ],
  [36, '其他', 'per-certificate-exchange', '换证登记', certificateExchange],
  [37, '其他', 'per-certificate-replacement', '遗失补证', certificateReplacement],
  [38, '其他', 'per-rectification', '依申请更正登记', rectificationOnApplication],
  [4, '首次', 'per-easement-first', '地役权首次登记', easementFirst],
  [11, '变更', 'per-easement-alteration', '地役权变更登记', easementAlteration],
  [26, '转移', 'per-easement-transfer', '地役权转移登记', easementTransfer],
  [29, '抵押', 'per-mortgage-private', '抵押首次（民间借贷）', mortgageToPrivateLender],
  [30, '抵押', 'per-mortgage-cancellation', '抵押权注销登记', mortgageEnd],
  [31, '抵押', 'per-mortgage-alteration', '抵押权变更登记', mortgageAlteration],
  [32, '抵押', 'per-mortgage-transfer', '抵押权转移登记', mortgageTransfer],
  [35, '注销', 'per-easement-cancellation', '地役权注销登记', easementEnd],
  [39, '其他', 'per-objection', '异议登记', objectionRegistration],
  [41, '其他', 'per-objection-cancellation', '注销异议登记', objectionCancellation],
  [13, '预告', 'per-notice', '预告登记的设立', saleNotice],
  [14, '预告', 'per-notice-cancellation', '预告登记的注销', noticeCancellation],
  [15, '预告', 'per-notice-alteration', '预告登记的变更', noticeAlteration],
  [16, '预告', 'per-notice-transfer', '预告登记的转移', noticeTransfer],
  [17, '预告', 'per-notice-conversion', '预购商品房预告登记转本登记', noticedNewHome],
]);
