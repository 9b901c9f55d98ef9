import type { BusinessDefinition } from '@hengchan/casework';
import { additionalList } from './lists/additional.ts';
import { bankList } from './lists/bank.ts';
import { companyList } from './lists/company.ts';
import { developerList } from './lists/developer.ts';
import { housingList } from './lists/housing.ts';
import { personList } from './lists/person.ts';
import { separatedList } from './lists/separated.ts';
import { taxList } from './lists/tax.ts';
import { mortgageCancellationV1 } from './mortgage-cancellation/v1.ts';
import { mortgageFirstV1 } from './mortgage-first/v1.ts';
import { resaleTransferV1 } from './resale-transfer/v1.ts';
import { resaleTransferMortgagedV1 } from './resale-transfer-mortgaged/v1.ts';
import { seizureV1 } from './seizure/v1.ts';
import { seizureReleaseV1 } from './seizure-release/v1.ts';
import { seizureRenewalV1 } from './seizure-renewal/v1.ts';

/** Every business this platform registers, every version of each. A new one is one file and one line; what is offered at several entrances is a family with a line in each list. */
export const catalogue: readonly BusinessDefinition[] = [
  resaleTransferV1,
  resaleTransferMortgagedV1,
  mortgageFirstV1,
  mortgageCancellationV1,
  seizureV1,
  seizureRenewalV1,
  seizureReleaseV1,
  ...housingList,
  ...bankList,
  ...developerList,
  ...companyList,
  ...personList,
  ...separatedList,
  ...taxList,
  ...additionalList,
];
