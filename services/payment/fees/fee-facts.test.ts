import { getCase } from '@hengchan/casework';
import type { Database } from '@hengchan/platform';
import { type Effect, enter } from '@hengchan/register';
import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { untaxed } from '../testing/definitions.ts';
import { office, openStage, type Stage } from '../testing/stage.ts';
import { feeFactsOf } from './fee-facts.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.platform.close());

/** Every statement asked through it is counted. */
function counted(database: Database) {
  let count = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { database: database.withPlugin(counting), asked: () => count };
}

const unit = (n: number) => `${office}001001GB00003F0001${String(n).padStart(4, '0')}`;

const garage: Effect = {
  type: 'first-registration',
  unit: unit(2),
  reason: '首次登记',
  rightType: '4',
  coOwnership: '0',
  holders: [
    {
      name: '沈某甲',
      idType: '1',
      idSealed: 'sealed',
      idIndex: 'index',
      idMasked: '3204**********0011',
      holderKind: '1',
    },
  ],
  facts: {
    code: unit(2),
    kind: 'house',
    location: '恒安区桂花路12号地下2号',
    area: '12.00',
    use: '11',
    parcelCode: unit(2).slice(0, 19),
    rightsNature: '102',
    houseType: '6',
  },
};

test('what the fee of fifty units depends on is asked of the register at once', async () => {
  const { platform } = stage;
  await platform.database.transaction().execute((trx) =>
    enter(trx, {
      office,
      caseNo: `${office}20200101000001`,
      business: 'first-registration',
      registrar: '测试登记员',
      mode: 'manual',
      now: platform.clock.now(),
      effects: [garage],
    }),
  );
  const units = Array.from({ length: 50 }, (_, n) => unit(n + 1));
  const { no } = await stage.open(untaxed, { units });
  const { database, asked } = counted(platform.database);
  const facts = await feeFactsOf(database, await getCase(platform.database, no), untaxed, '2026-11-20');
  expect(asked()).toBe(1);
  expect(facts.units).toHaveLength(50);
  expect(facts.units.slice(0, 3)).toEqual(['residential', 'storage', 'residential']);
});
