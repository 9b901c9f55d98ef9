import { type Dictionary, inUse, restated, trial } from './dictionary.ts';

const trialRightTypes = trial('QLLX', '权利类型', '', 3, [
  ['1', '集体土地所有权'],
  ['2', '国家土地所有权'],
  ['3', '国有建设用地使用权'],
  ['4', '国有建设用地使用权/房屋（构筑物）所有权'],
  ['5', '宅基地使用权'],
  ['6', '宅基地使用权/房屋（构筑物）所有权'],
  ['7', '集体建设用地使用权'],
  ['8', '集体建设用地使用权/房屋（构筑物）所有权'],
  ['9', '土地承包经营权'],
  ['10', '土地承包经营权/森林、林木所有权'],
  ['11', '林地使用权'],
  ['12', '林地使用权/森林、林木使用权'],
  ['13', '草原使用权'],
  ['14', '水域滩涂养殖权'],
  ['15', '海域使用权'],
  ['16', '海域使用权/构（建）筑物所有权'],
  ['17', '无居民海岛使用权'],
  ['18', '无居民海岛使用权/构（建）筑物所有权'],
  ['19', '地役权'],
  ['20', '取水权'],
  ['21', '探矿权'],
  ['22', '采矿权'],
  ['99', '其它权利'],
]);

/**
 * Right types differ between the generations and between provinces: a mortgage is 23, 37 or 95. Which
 * codes a province's platform takes must be confirmed there before connecting to it. The 2021 table holds
 * what was seen in use (33 and 34 under one name); 23 is left out because its meaning differs by place.
 */
export const rightTypeDictionaries: readonly Dictionary[] = [
  trialRightTypes,
  restated(trialRightTypes, 1, [
    ['24', '国有农用地使用权'],
    ['28', '国有建设用地使用权/构筑物所有权'],
    ['29', '宅基地使用权/构筑物所有权'],
    ['30', '集体建设用地使用权/构筑物所有权'],
    ['31', '林地使用权'],
    ['33', '林地经营权'],
    ['34', '林地经营权'],
    ['35', '林地承包经营权'],
    ['36', '林地使用权/森林、林木所有权'],
    ['37', '抵押权'],
  ]),
  inUse('QLLXKZ', '权利类型（厂商扩展码）', [
    ['23', '抵押权'],
    ['92', '居住权'],
    ['93', '房屋租赁'],
    ['94', '建筑物区分所有权业主共有部分'],
    ['95', '抵押权'],
    ['96', '预告登记'],
    ['97', '异议登记'],
    ['98', '查封登记'],
  ]),
];

/** Every code a mortgage has been seen under: the 2021 generation, then older stock. */
export const mortgageRightTypeCodes: readonly string[] = ['37', '23', '95'];
