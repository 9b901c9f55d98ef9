import { openStage, readCast, type Situation, type Stage } from '@hengchan/demonstration';
import { findUnit, type UnitState } from '@hengchan/register';
import type { CaseExample } from '@hengchan/registration';
import { afterAll, beforeAll, expect } from 'vitest';
import type { CaseView } from '../../services/registration/schema.ts';
import { doorkeeper, gatherCompany, type JourneyOptions, journey } from './journey.ts';
import { makeWorld, office, type World } from './world.ts';

/** A ready situation of a business, with the stage it was made on. */
export interface Given {
  readonly situation: Situation;
  readonly unit: string;
  readonly stage: Stage;
  /** Applies as the situation says, or otherwise, and takes the case to its end. */
  run(change?: Partial<CaseExample>, options?: JourneyOptions): Promise<CaseView>;
}

/** What the journeys of one file have in common: a small city of the demonstration, and whatever is to be tried there made ready. */
export interface City {
  readonly world: World;
  readonly enter: ReturnType<typeof doorkeeper>;
  given(business: string): Promise<Given>;
  /** The unit as the register has it now; throws when it has no page. */
  stateOf(unit: string): Promise<UnitState>;
}

/** Registers the hooks of a file of journeys: one city for all of them. */
export function prepareCity(): City {
  let world: World | undefined;
  let enter: ReturnType<typeof doorkeeper> | undefined;
  beforeAll(async () => {
    world = await makeWorld({ city: 40 });
    enter = doorkeeper(world);
  }, 240_000);
  afterAll(() => world?.close());

  const city: City = {
    get world() {
      if (world === undefined) throw new Error('the city is not built yet');
      return world;
    },
    get enter() {
      if (enter === undefined) throw new Error('the city is not built yet');
      return enter;
    },
    async given(business) {
      const made = await fetch(`${city.world.server.address}/api/demo/situations?business=${business}`);
      const situation = (await made.json()) as Situation;
      expect(made.status, JSON.stringify(situation)).toBe(200);
      const { platform, product } = city.world;
      const cast = await readCast(platform.database);
      const info = product.registration.offices.get(office);
      if (!cast || !info) throw new Error('no demonstration here');
      const company = await gatherCompany(city.enter, situation);
      return {
        situation,
        unit: situation.application.units[0] ?? '',
        stage: await openStage(platform, info, cast),
        async run(change = {}, options = {}) {
          const application = { ...situation.application, ...change };
          const opened = await company.opener.post<CaseView>('/api/cases', application);
          expect(opened.status, JSON.stringify(opened.body)).toBe(201);
          return journey(opened.body.caseNo, company, options);
        },
      };
    },
    async stateOf(unit) {
      const state = await findUnit(city.world.platform.database, office, unit);
      if (!state) throw new Error(`no page of ${unit}`);
      return state;
    },
  };
  return city;
}
