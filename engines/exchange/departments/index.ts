import { bank } from './bank.ts';
import { civil } from './civil.ts';
import { court } from './court.ts';
import { finance } from './finance.ts';
import { housing } from './housing.ts';
import { market } from './market.ts';
import { police } from './police.ts';
import { tax } from './tax.ts';
import { broadcast, fund, gas, power, water } from './utilities.ts';

/** The departments whose protocols are documented in docs/protocols. */
export const departments = {
  police,
  civil,
  market,
  housing,
  tax,
  bank,
  finance,
  court,
  fund,
  power,
  water,
  gas,
  broadcast,
};

export * from './bank.ts';
export * from './civil.ts';
export * from './common.ts';
export * from './court.ts';
export * from './finance.ts';
export * from './housing.ts';
export * from './market.ts';
export * from './notice.ts';
export * from './police.ts';
export * from './tax.ts';
export * from './utilities.ts';
