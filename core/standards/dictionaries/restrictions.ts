import { type Dictionary, inUse, trial } from './dictionary.ts';

/**
 * Mortgages, advance notices and seizures. 1 and 2 of the advance notices concern sales, 3 and 4 mortgages.
 * A renewed seizure (续封) has no national code and is mapped before reporting.
 */
export const restrictionDictionaries: readonly Dictionary[] = [
  trial('DYFS', '抵押方式', 'A28', 4, [
    ['1', '一般抵押'],
    ['2', '最高额抵押'],
  ]),
  trial('DYBDCLX', '抵押不动产类型', 'A27', 3, [
    ['1', '土地'],
    ['2', '土地和房屋'],
    ['3', '林地和林木'],
    ['4', '土地和在建建筑物'],
    ['5', '海域'],
    ['6', '海域和构筑物'],
    ['7', '其它'],
  ]),
  trial('YGDJZL', '预告登记种类', 'A29', 3, [
    ['1', '预售商品房买卖预告登记'],
    ['2', '其它不动产买卖预告登记'],
    ['3', '预售商品房抵押权预告登记'],
    ['4', '其它不动产抵押权预告登记'],
  ]),
  trial('CFLX', '查封类型', 'A32', 2, [
    ['1', '查封'],
    ['2', '轮候查封'],
    ['3', '预查封'],
    ['4', '轮候预查封'],
  ]),
  inUse('CFLXKZ', '查封类型（厂商扩展码）', [['5', '续封']]),
  inUse('KZCS', '法院控制措施', [
    ['11', '查封'],
    ['12', '继续查封'],
    ['14', '解除查封'],
    ['15', '产权过户文书送达'],
  ]),
];
