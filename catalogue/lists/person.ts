import { listOf } from '../families/family.ts';
import {
  forestOwnershipFirst,
  forestUseFirst,
  homesteadFirst,
  homesteadHouseFirst,
  privateHouseFirst,
  stateFarmlandFirst,
} from '../families/first-registration.ts';

/** 个人申请 (ONL-PER). */
export const personList = listOf('PER', [
  [1, '首次', 'per-house-first', '国有建设用地使用权及房屋所有权首次登记（私房新建）', privateHouseFirst],
  [2, '首次', 'per-homestead-first', '宅基地使用权首次登记', homesteadFirst],
  [3, '首次', 'per-homestead-house-first', '宅基地使用权及房屋所有权首次登记', homesteadHouseFirst],
  [5, '首次', 'per-state-farmland-first', '国有农用地的使用权首次登记', stateFarmlandFirst],
  [6, '首次', 'per-forest-use-first', '林地使用权及森林、林木使用权首次登记', forestUseFirst],
  [40, '其他', 'per-forest-ownership-first', '森林/林木所有权登记', forestOwnershipFirst],
]);
