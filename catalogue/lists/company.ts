import {
  anyAlteration,
  houseMoving,
  houseRenamingOfBody,
  stateLandMoving,
  stateLandRenaming,
} from '../families/alteration.ts';
import { titleCancellation } from '../families/cancellation.ts';
import { listOf } from '../families/family.ts';
import {
  allottedLandFirst,
  bodyHouseFirst,
  collectiveHouseFirst,
  collectiveOwnershipFirst,
  commodityHousingFirst,
  contractedLandFirst,
  forestOwnershipFirst,
  forestUseFirst,
  grantedLandFirst,
  stateFarmlandFirst,
} from '../families/first-registration.ts';
import { mortgageToBankElsewhere } from '../families/mortgage.ts';
import { newHomeOfBody } from '../families/new-home.ts';
import { byJudgment } from '../families/passing-by-law.ts';
import { clearLand, collectiveHouse, collectiveOwnership, houseAndLand } from '../families/transfer.ts';

/** 企业法人申请 (ONL-ENT). */
export const companyList = listOf('ENT', [
  [1, '首次', 'ent-granted-land-first', '国有建设用地使用权首次登记（出让）', grantedLandFirst],
  [2, '首次', 'ent-allotted-land-first', '国有建设用地使用权首次登记（划拨）', allottedLandFirst],
  [
    3,
    '首次',
    'ent-commodity-housing-first',
    '国有建设用地使用权及房屋所有权首次登记（商品房首次）',
    commodityHousingFirst,
  ],
  [4, '首次', 'ent-house-first', '国有建设用地使用权及房屋所有权首次登记（单位房新建）', bodyHouseFirst],
  [5, '首次', 'ent-collective-ownership-first', '集体土地所有权首次登记', collectiveOwnershipFirst],
  [6, '首次', 'ent-collective-house-first', '集体建设用地使用权及房屋所有权首次登记', collectiveHouseFirst],
  [7, '首次', 'ent-contracted-land-first', '土地承包经营权首次登记', contractedLandFirst],
  [8, '首次', 'ent-state-farmland-first', '国有农用地的使用权首次登记', stateFarmlandFirst],
  [9, '首次', 'ent-forest-use-first', '林地使用权及森林、林木使用权首次登记', forestUseFirst],
  [28, '其他', 'ent-forest-ownership-first', '森林、林木所有权登记', forestOwnershipFirst],
  [
    10,
    '变更',
    'ent-state-land-renaming',
    '国有建设用地使用权变更登记（权利人姓名或名称变更）',
    stateLandRenaming,
  ],
  [
    11,
    '变更',
    'ent-state-land-moving',
    '国有建设用地使用权变更登记（不动产地址、坐落变更）',
    stateLandMoving,
  ],
  [
    12,
    '变更',
    'ent-house-moving',
    '国有建设用地使用权及房屋所有权变更登记（不动产地址、坐落变更）',
    houseMoving,
  ],
  [
    13,
    '变更',
    'ent-house-renaming',
    '国有建设用地使用权及房屋所有权变更登记（权利人名称变更）',
    houseRenamingOfBody,
  ],
  [
    14,
    '变更',
    'ent-collective-house-alteration',
    '集体建设用地使用权及房屋所有权变更登记',
    anyAlteration('8'),
  ],
  [15, '变更', 'ent-collective-ownership-alteration', '集体土地所有权变更登记', anyAlteration('1')],
  [16, '转移', 'ent-clear-land-transfer', '国有建设用地使用权转移登记（净地转让）', clearLand],
  [17, '转移', 'ent-new-home-purchase', '购买商品房', newHomeOfBody],
  [18, '转移', 'ent-judgment-transfer', '司法裁决转移', byJudgment('organisation')],
  [19, '转移', 'ent-house-transfer', '房地一体转移', houseAndLand],
  [20, '转移', 'ent-collective-ownership-transfer', '集体土地所有权转移登记', collectiveOwnership],
  [21, '转移', 'ent-collective-house-transfer', '集体建设用地使用权及房屋所有权转移登记', collectiveHouse],
  [22, '注销', 'ent-state-land-cancellation', '国有建设用地使用权注销登记', titleCancellation('3')],
  [23, '注销', 'ent-house-cancellation', '国有建设用地使用权及房屋所有权注销登记', titleCancellation('4')],
  [
    24,
    '注销',
    'ent-collective-house-cancellation',
    '集体建设用地使用权及房屋所有权注销登记',
    titleCancellation('8'),
  ],
  [25, '注销', 'ent-collective-ownership-cancellation', '集体土地所有权注销登记', titleCancellation('1')],
  [26, '注销', 'ent-contracted-land-cancellation', '土地承包经营权注销登记', titleCancellation('9')],
  [27, '其他', 'ent-mortgage-bank-elsewhere', '抵押权首次（外地银行）', mortgageToBankElsewhere],
]);
