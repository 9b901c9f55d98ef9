import type { Platform } from '@hengchan/platform';
import type { OfficeInfo } from '@hengchan/registration';
import { titledUnit } from './acts.ts';
import {
  giveEasement,
  giveHabitation,
  giveManagement,
  giveNotice,
  lockPage,
  objectTo,
} from './acts-limited.ts';
import type { Cast, Member } from './cast.ts';
import { openStage, type Stage } from './stage.ts';

/** States of units the city's own history does not have: made to be shown when they are first asked for. */
const makers = {
  noticed: async (stage: Stage, [owner, other]: Pair) => {
    const unit = await homeOf(stage, owner);
    await giveNotice(stage, unit, { kind: '2', claimants: [other], obligors: [owner] });
  },
  objected: async (stage: Stage, [owner, other]: Pair) => {
    await objectTo(stage, await homeOf(stage, owner), other);
  },
  locked: async (stage: Stage, [owner]: Pair) => {
    await lockPage(stage, await homeOf(stage, owner));
  },
  inhabited: async (stage: Stage, [owner, other]: Pair) => {
    const unit = await homeOf(stage, owner);
    await giveHabitation(stage, unit, { providers: [owner], resident: other });
  },
  eased: async (stage: Stage, [owner, other]: Pair) => {
    const servient = await landOf(stage, '3', owner);
    const dominant = await landOf(stage, '3', other);
    await giveEasement(stage, { servient, dominant }, { providers: [owner], holders: [other] });
  },
  managed: async (stage: Stage, [owner, other]: Pair) => {
    const unit = await landOf(stage, '9', owner);
    await giveManagement(stage, unit, { providers: [owner], manager: other });
  },
} as const;

type Pair = readonly [owner: Member, other: Member];

export type ShownState = keyof typeof makers;

export const isShown = (state: string | undefined): state is ShownState =>
  state !== undefined && Object.hasOwn(makers, state);

/** How many units of a state are made at once. */
const atOnce = 3;

/** Makes a few units in a state. */
export async function makeShown(
  platform: Platform,
  office: OfficeInfo,
  cast: Cast,
  state: ShownState,
): Promise<void> {
  for (let count = 0; count < atOnce; count++) {
    const stage = await openStage(platform, office, cast, 'show');
    const people = cast.members.person;
    const owner = people[stage.turn % people.length];
    const other = people[(stage.turn + 1) % people.length];
    if (owner && other) await makers[state](stage, [owner, other]);
  }
}

const landOf = async (stage: Stage, rightType: string, owner: Member): Promise<string> =>
  (await titledUnit(stage, { rightType, holders: [owner] })).facts.code;

const homeOf = (stage: Stage, owner: Member): Promise<string> => landOf(stage, '4', owner);
