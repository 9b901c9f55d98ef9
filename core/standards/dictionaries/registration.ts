import { type Dictionary, trial } from './dictionary.ts';

/** Kinds of registration. Mortgages and easements have no kind of their own: the right type tells them apart. */
export const registrationDictionaries: readonly Dictionary[] = [
  trial('DJLX', '登记类型', 'A21', 3, [
    ['100', '首次登记'],
    ['200', '转移登记'],
    ['300', '变更登记'],
    ['400', '注销登记'],
    ['500', '更正登记'],
    ['600', '异议登记'],
    ['700', '预告登记'],
    ['800', '查封登记'],
    ['900', '其它登记'],
  ]),
];
