import type { UnitKind } from './state.ts';

/**
 * QLLX codes this engine has to name itself; all others pass through as data. Mortgage and seizure have no code
 * in the first trial edition of the dictionary: 23 for mortgages is in use in several provinces (others use 37
 * or 95), 98 for seizures is a common local code. An effect may carry another one.
 */
export const mortgageRightType = '23';
export const seizureRightType = '98';
export const noticeRightType = '96';
export const objectionRightType = '97';
export const habitationRightType = '92';
export const easementRightType = '19';
/** 其它权利: the dictionaries have no code for what stops a page, nor for 土地经营权. */
export const otherRightType = '99';

const land: readonly UnitKind[] = ['land'];
/** A house, or another construction that is no house (构筑物). */
const built: readonly UnitKind[] = ['house', 'structure'];
/** Forest land is described as land or, with what grows on it, as forest. */
const forestLand: readonly UnitKind[] = ['land', 'forest'];
const forest: readonly UnitKind[] = ['forest'];
const sea: readonly UnitKind[] = ['sea'];
/** What is built at sea is a unit of the sea, of its own or together with it. */
const builtAtSea: readonly UnitKind[] = ['sea', 'structure', 'house'];

/** Kinds of unit the title codes of the dictionary are for: first trial edition up to 22, then those in use since. */
const kindsOf: Readonly<Record<string, readonly UnitKind[]>> = {
  '1': land, // 集体土地所有权
  '2': land, // 国家土地所有权
  '3': land, // 国有建设用地使用权
  '4': built, // 国有建设用地使用权/房屋（构筑物）所有权
  '5': land, // 宅基地使用权
  '6': built, // 宅基地使用权/房屋（构筑物）所有权
  '7': land, // 集体建设用地使用权
  '8': built, // 集体建设用地使用权/房屋（构筑物）所有权
  '9': land, // 土地承包经营权
  '10': forest, // 土地承包经营权/森林、林木所有权
  '11': forestLand, // 林地使用权
  '12': forest, // 林地使用权/森林、林木使用权
  '13': land, // 草原使用权
  '14': land, // 水域滩涂养殖权
  '15': sea, // 海域使用权
  '16': builtAtSea, // 海域使用权/构（建）筑物所有权
  '17': sea, // 无居民海岛使用权
  '18': builtAtSea, // 无居民海岛使用权/构（建）筑物所有权
  '24': land, // 国有农用地使用权
  '28': built, // 国有建设用地使用权/构筑物所有权
  '29': built, // 宅基地使用权/构筑物所有权
  '30': built, // 集体建设用地使用权/构筑物所有权
  '31': forestLand, // 林地使用权
  '33': forestLand, // 林地经营权
  '34': forestLand, // 林地经营权
  '35': forestLand, // 林地承包经营权
  '36': forest, // 林地使用权/森林、林木所有权
};

/** Whether a title with this code can be on a unit of the kind. A code this engine does not know fits any. */
export const fitsUnit = (rightType: string, kind: UnitKind): boolean =>
  kindsOf[rightType]?.includes(kind) ?? true;

/**
 * Land that may not be mortgaged by itself (民法典 399): owned land, state's or collective's, and a homestead.
 * The house on a homestead has a code of its own and is another question.
 */
const notMortgageableAlone = new Set(['1', '2', '5']);

export const isMortgageable = (rightType: string): boolean => !notMortgageableAlone.has(rightType);

/** Titles of land the household contracted or that is farmed otherwise: 承包、林地、草原、养殖水域、农用地. */
const ofRuralLand = new Set(['9', '10', '11', '12', '13', '14', '24', '31', '35', '36']);

/** Whether a title is one of rural land; collective and state land counts when its use is farming (地类 01 to 04). */
export const isRuralTitle = (
  rightType: string,
  unit: { readonly kind: string; readonly use: string },
): boolean =>
  ofRuralLand.has(rightType) ||
  ((rightType === '1' || rightType === '2') && unit.kind === 'land' && /^0[1-4]/.test(unit.use));
