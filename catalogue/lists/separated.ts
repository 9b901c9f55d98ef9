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
]);
