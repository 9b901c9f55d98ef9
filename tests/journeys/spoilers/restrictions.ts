import { titledUnit } from '@hengchan/demonstration';
import { filled, type Hands, type Spoiler } from './spoiler.ts';

/** Spoilers of the rules about mortgages and seizures that are to be ended or renewed. */

/** A unit on which nothing stands. */
async function freeUnit({ stage, cast }: Hands): Promise<{ units: string[] }> {
  const { facts } = await titledUnit(stage, { rightType: '4', holders: cast.members.person.slice(0, 1) });
  return { units: [facts.code] };
}

export const restrictionSpoilers: Readonly<Record<string, Spoiler>> = {
  MORTGAGE_CHOSEN: { business: 'mortgage-cancellation', application: freeUnit },
  SEIZURE_CHOSEN: { business: 'seizure-release', application: freeUnit },
  SEIZURE_TERM_LAWFUL: { application: async (hands) => filled(hands, { months: 37 }) },
  DELIVERED_ALREADY: {
    application: async (hands) => filled(hands, { deliveredAt: '2099-01-01T09:00:00+08:00' }),
  },
};
