import type { BusinessDefinition } from '@hengchan/casework';
import { additionalList } from './lists/additional.ts';
import { bankList } from './lists/bank.ts';
import { companyList } from './lists/company.ts';
import { developerList } from './lists/developer.ts';
import { housingList } from './lists/housing.ts';
import { personList } from './lists/person.ts';
import { separatedList } from './lists/separated.ts';
import { taxList } from './lists/tax.ts';

/** Every business this platform registers, every version of each. A new one is a family, or a part of one, and a line in each list that offers it. */
export const catalogue: readonly BusinessDefinition[] = [
  ...housingList,
  ...bankList,
  ...developerList,
  ...companyList,
  ...personList,
  ...separatedList,
  ...taxList,
  ...additionalList,
];
