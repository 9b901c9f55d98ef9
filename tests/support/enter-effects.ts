import { type Effect, enter } from '@hengchan/register';
import { office, type World } from './world.ts';

let cases = 0;

/** Enters effects in one transaction as a registrar would, without a case; the clock of the world says when. */
export async function enterEffects(world: World, ...effects: Effect[]): Promise<number[]> {
  const { platform } = world;
  cases += 1;
  const entries = await platform.database.transaction().execute((trx) =>
    enter(trx, {
      office,
      caseNo: `${office}20260101${String(cases).padStart(6, '0')}`,
      business: 'invented',
      registrar: '测试登记员',
      mode: 'manual',
      now: platform.clock.now(),
      effects,
    }),
  );
  return entries.map((entry) => entry.number);
}
