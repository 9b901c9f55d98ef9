import { makeCreditCode } from '@hengchan/standards';
import { chanceOf, topics } from './chance.ts';
import { companyName } from './names.ts';
import type { Identity } from './people.ts';

/** Invented banks, courts and companies. 演示 in every name keeps it from being a real one's. */

/** `department` and `category` are the first two characters of a credit code: 91 companies, 11 state organs, N2 villages' bodies. */
function body(name: string, kind: '91' | '11' | 'N2', organisation: string): Identity {
  const [department = '', category = ''] = kind;
  const idNumber = makeCreditCode({ department, category, area: '320402', organisation });
  return { name, idType: '8', idNumber };
}

export const banks: readonly Identity[] = [
  body('演示运河银行股份有限公司', '91', 'DEMBK001'),
  body('演示青枫银行股份有限公司', '91', 'DEMBK002'),
  body('演示惠民银行股份有限公司', '91', 'DEMBK003'),
  body('演示安居储蓄银行股份有限公司', '91', 'DEMBK004'),
  body('演示恒信商业银行股份有限公司', '91', 'DEMBK005'),
  body('演示农村合作银行股份有限公司', '91', 'DEMBK006'),
];

/** The first seizes nearly always; the second stands in queues. */
export const courts: readonly [Identity, Identity] = [
  body('演示市人民法院', '11', 'DEMCT001'),
  body('演示市第二人民法院', '11', 'DEMCT002'),
];

export const developers: readonly Identity[] = [
  body('演示安居置业有限公司', '91', 'DEMDP001'),
  body('演示广厦置业有限公司', '91', 'DEMDP002'),
  body('演示筑城置业有限公司', '91', 'DEMDP003'),
  body('演示新苑置业有限公司', '91', 'DEMDP004'),
];

/** 农民集体: what a village owns is registered to its economic cooperative. */
export const collectives: readonly Identity[] = [
  body('演示镇青枫村股份经济合作社', 'N2', 'DEMCU001'),
  body('演示镇云溪村股份经济合作社', 'N2', 'DEMCU002'),
];

const companyCount = 60;

/** Owners of shops and land. The first three have accounts. */
export function companiesOf(seed: number): readonly Identity[] {
  return Array.from({ length: companyCount }, (_, at) => {
    const chance = chanceOf(seed, topics.company, at);
    return body(companyName(chance), '91', `DEMCM${String(at + 1).padStart(3, '0')}`);
  });
}
