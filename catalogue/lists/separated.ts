import { saleNotice } from '../families/advance-notice.ts';
import { anyAlteration } from '../families/alteration.ts';
import { titleCancellation } from '../families/cancellation.ts';
import { certificateExchange, certificateReplacement } from '../families/certificate-anew.ts';
import { easementAlteration, easementEnd, easementFirst, easementTransfer } from '../families/easement.ts';
import { listOf } from '../families/family.ts';
import {
  collectiveHouseFirst,
  collectiveOwnershipFirst,
  contractedLandFirst,
  forestOwnershipFirst,
  forestUseFirst,
  homesteadFirst,
  homesteadHouseFirst,
  houseFirst,
  stateFarmlandFirst,
  stateLandFirst,
} from '../families/first-registration.ts';
import {
  mortgageAlteration,
  mortgageEnd,
  mortgageRegistration,
  mortgageTransfer,
} from '../families/mortgage.ts';
import { noticeAlteration, noticeCancellation, noticeTransfer } from '../families/noticed.ts';
import { objectionCancellation, objectionRegistration } from '../families/objection.ts';
import { rectificationExOfficio, rectificationOnApplication } from '../families/rectification.ts';
import { seizure, seizureRelease } from '../families/seizure.ts';
import {
  clearLand,
  collectiveHouse,
  collectiveOwnership,
  contractedLand,
  homesteadHouse,
  houseAndLand,
} from '../families/transfer.ts';

/** Courts order by direct line, or bring their papers. */
const authorities = ['court', 'counter'] as const;

/** 受办分离 (ONL-SEP): accepted at the counter by one person, decided by others (ONL-WEB-05). */
export const separatedList = listOf('SEP', [
  [1, '首次', 'sep-state-land-first', '国有建设用地使用权首次登记', stateLandFirst],
  [2, '首次', 'sep-house-first', '国有建设用地使用权及房屋所有权首次登记', houseFirst],
  [3, '首次', 'sep-collective-house-first', '集体建设用地使用权及房屋所有权首次登记', collectiveHouseFirst],
  [4, '首次', 'sep-collective-ownership-first', '集体土地所有权首次登记', collectiveOwnershipFirst],
  [5, '首次', 'sep-homestead-house-first', '宅基地使用权及房屋所有权首次登记', homesteadHouseFirst],
  [6, '首次', 'sep-homestead-first', '宅基地使用权首次登记', homesteadFirst],
  [8, '首次', 'sep-state-farmland-first', '国有农用地的使用权首次登记', stateFarmlandFirst],
  [9, '首次', 'sep-forest-use-first', '林地使用权及森林/林木使用权首次登记', forestUseFirst],
  [10, '首次', 'sep-contracted-land-first', '土地承包经营权首次登记', contractedLandFirst],
  [47, '其他', 'sep-forest-ownership-first', '森林/林木所有权登记', forestOwnershipFirst],
  [11, '变更', 'sep-house-alteration', '国有建设用地使用权及房屋所有权变更登记', anyAlteration('4')],
  [12, '变更', 'sep-homestead-house-alteration', '宅基地使用权及房屋所有权变更登记', anyAlteration('6')],
  [13, '变更', 'sep-state-land-alteration', '国有建设用地使用权变更登记', anyAlteration('3')],
  [
    14,
    '变更',
    'sep-collective-house-alteration',
    '集体建设用地使用权及房屋所有权变更登记',
    anyAlteration('8'),
  ],
  [15, '变更', 'sep-collective-ownership-alteration', '集体土地所有权变更登记', anyAlteration('1')],
  [16, '变更', 'sep-contracted-land-alteration', '土地承包经营权变更登记', anyAlteration('9')],
  [22, '转移', 'sep-house-transfer', '国有建设用地使用权及房屋所有权转移登记', houseAndLand],
  [23, '转移', 'sep-state-land-transfer', '国有建设用地使用权转移登记', clearLand],
  [24, '转移', 'sep-collective-house-transfer', '集体建设用地使用权及房屋所有权转移登记', collectiveHouse],
  [25, '转移', 'sep-homestead-house-transfer', '宅基地使用权及房屋所有权转移登记', homesteadHouse],
  [26, '转移', 'sep-collective-ownership-transfer', '集体土地所有权转移登记', collectiveOwnership],
  [28, '转移', 'sep-contracted-land-transfer', '土地承包经营权转移登记', contractedLand],
  [33, '注销', 'sep-state-land-cancellation', '国有建设用地使用权注销登记', titleCancellation('3')],
  [34, '注销', 'sep-house-cancellation', '国有建设用地使用权及房屋所有权注销登记', titleCancellation('4')],
  [
    35,
    '注销',
    'sep-collective-house-cancellation',
    '集体建设用地使用权及房屋所有权注销登记',
    titleCancellation('8'),
  ],
  [
    36,
    '注销',
    'sep-homestead-house-cancellation',
    '宅基地使用权及房屋所有权注销登记',
    titleCancellation('6'),
  ],
  [37, '注销', 'sep-collective-ownership-cancellation', '集体土地所有权注销登记', titleCancellation('1')],
  [39, '注销', 'sep-contracted-land-cancellation', '土地承包经营权注销登记', titleCancellation('9')],
  [40, '其他', 'sep-certificate-exchange', '换证', certificateExchange],
  [41, '其他', 'sep-certificate-replacement', '遗失补证', certificateReplacement],
  [42, '其他', 'sep-rectification', '依申请更正登记', rectificationOnApplication],
  [44, '其他', 'seizure-release', '注销查封登记', seizureRelease, authorities],
  [45, '其他', 'seizure', '查封登记', seizure, authorities],
  [46, '其他', 'sep-rectification-ex-officio', '依职权更正登记', rectificationExOfficio],
  [7, '首次', 'sep-easement-first', '地役权首次登记', easementFirst],
  [17, '变更', 'sep-easement-alteration', '地役权变更登记', easementAlteration],
  [27, '转移', 'sep-easement-transfer', '地役权转移登记', easementTransfer],
  [29, '抵押', 'sep-mortgage-first', '抵押权首次登记', mortgageRegistration],
  [30, '抵押', 'sep-mortgage-cancellation', '抵押权注销登记', mortgageEnd],
  [31, '抵押', 'sep-mortgage-alteration', '抵押权变更登记', mortgageAlteration],
  [32, '抵押', 'sep-mortgage-transfer', '抵押权转移登记', mortgageTransfer],
  [38, '注销', 'sep-easement-cancellation', '地役权注销登记', easementEnd],
  [43, '其他', 'sep-objection', '异议登记', objectionRegistration],
  [48, '其他', 'sep-objection-cancellation', '注销异议登记', objectionCancellation],
  [18, '预告', 'sep-notice', '预告登记的设立', saleNotice],
  [19, '预告', 'sep-notice-cancellation', '预告登记的注销', noticeCancellation],
  [20, '预告', 'sep-notice-alteration', '预告登记的变更', noticeAlteration],
  [21, '预告', 'sep-notice-transfer', '预告登记的转移', noticeTransfer],
]);
