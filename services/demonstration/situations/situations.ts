import type { BusinessDefinition, Channel, Definitions } from '@hengchan/casework';
import type { Platform } from '@hengchan/platform';
import type { CaseExample, OfficeInfo } from '@hengchan/registration';
import { errors } from '../errors.ts';
import { unitsTouched } from '../store.ts';
import { type Cast, readCast } from './cast.ts';
import { makeSituation, type Situation } from './make-situation.ts';
import { makeShown, type ShownState } from './show.ts';
import type { AtCounter } from './stage.ts';

/** Situations on demand, for whoever wants to try a business. */
export interface Situations {
  /**
   * One that nobody has used, and nobody else is given for a while. Undefined where there is no demonstration to make it of.
   * Throws BUSINESS_NOT_FOUND, CHANNEL_NOT_PRACTISED.
   */
  give(request: SituationWish): Promise<Situation | undefined>;
  /** A ready application, the same for everybody until somebody uses it. */
  example(definition: BusinessDefinition): Promise<CaseExample | undefined>;
  /** Makes units in a state the city does not have. Whoever asks while they are being made waits for the same ones. */
  show(state: ShownState, office?: string): Promise<void>;
}

export interface SituationWish {
  /** Code of the business. */
  readonly business: string;
  readonly office?: string;
  readonly channel?: Channel;
}

interface Kept {
  readonly situation: Situation;
  /** Number of the register's last entry on each unit when it was made. */
  readonly entries: ReadonlyMap<string, number>;
  /** Nobody else is given it before. */
  freeAt: number;
}

export interface SituationOptions {
  readonly platform: Platform;
  readonly offices: ReadonlyMap<string, OfficeInfo>;
  readonly definitions: Definitions;
  /** The counters of the other departments; nothing can be done there where left out. */
  readonly atCounter?: AtCounter;
}

/** How long one is left to whoever was given it. */
const leaseMilliseconds = 10 * 60_000;
/** Of one business at one office; beyond it the oldest is given again, so that asking alone does not fill the register. */
const mostKept = 50;

/** Makes situations and remembers which are unused. What a restart forgets stays in the register as units nobody has touched. */
export function openSituations({ platform, offices, definitions, atCounter }: SituationOptions): Situations {
  const kept = new Map<string, Kept[]>();
  const showing = new Map<string, Promise<void>>();
  const examples = new Map<string, Promise<Kept | undefined>>();
  let cast: Cast | undefined;
  const players = async () => {
    cast ??= await readCast(platform.database);
    return cast;
  };

  async function make(
    definition: BusinessDefinition,
    { office, channel }: Partial<SituationWish> = {},
  ): Promise<Kept | undefined> {
    const playing = await players();
    const at = officeOf(office);
    if (!playing || !at) return undefined;
    const situation = await makeSituation(platform, playing, {
      definition,
      office: at,
      ...(channel ? { channel } : {}),
      ...(atCounter ? { atCounter } : {}),
    });
    const entries = await lastEntries(situation);
    return { situation, entries, freeAt: now() + leaseMilliseconds };
  }

  const officeOf = (code: string | undefined) =>
    code === undefined ? [...offices.values()][0] : offices.get(code);
  const now = () => platform.clock.now().getTime();
  const lastEntries = async ({ application: { office, units } }: Situation) =>
    (await unitsTouched(platform.database, office, units)).lastEntries;

  /** Whether its units are as they were made, with nobody's case on them. */
  async function isUnused({ situation, entries }: Kept): Promise<boolean> {
    const { office, units } = situation.application;
    const { busy, lastEntries } = await unitsTouched(platform.database, office, units);
    return units.every((code) => !busy.has(code) && lastEntries.get(code) === entries.get(code));
  }

  async function give(wish: SituationWish): Promise<Situation | undefined> {
    const definition = definitions.get(wish.business);
    const channel = wish.channel ?? definition.channels[0];
    if (!channel || !definition.channels.includes(channel)) throw errors.CHANNEL_NOT_PRACTISED();
    const key = `${definition.code}/${wish.office ?? ''}/${channel}`;
    const list = kept.get(key) ?? [];
    kept.set(key, list);
    for (;;) {
      const at = list.findIndex(({ freeAt }) => freeAt <= now() || list.length >= mostKept);
      if (at < 0) break;
      // Taken out before anything is asked, so that two who ask at once are not given the same.
      const [found] = list.splice(at, 1) as [Kept];
      if (!(await isUnused(found))) continue;
      list.push({ ...found, freeAt: now() + leaseMilliseconds });
      return found.situation;
    }
    const made = await make(definition, wish);
    if (made) list.push(made);
    return made?.situation;
  }

  async function example(definition: BusinessDefinition): Promise<CaseExample | undefined> {
    for (;;) {
      const running = examples.get(definition.code);
      const known = await running?.catch(() => undefined);
      if (known && (await isUnused(known))) return known.situation.application;
      // Whoever comes first makes the next one, the others wait for it.
      if (examples.get(definition.code) === running) {
        const making = make(definition);
        examples.set(definition.code, making);
        return (await making)?.situation.application;
      }
    }
  }

  async function show(state: ShownState, office?: string): Promise<void> {
    const playing = await players();
    const at = officeOf(office);
    if (!playing || !at) return;
    const key = `${state}/${at.code}`;
    const running = showing.get(key) ?? makeShown(platform, at, playing, state);
    showing.set(key, running);
    await running.finally(() => showing.delete(key));
  }

  return { give, example, show };
}
