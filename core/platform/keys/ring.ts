import type { Database } from '../database/tables.ts';
import type { Logger } from '../system/logger.ts';
import type { Random } from '../system/random.ts';
import { makeSealer, type Sealer, type SealingKeys } from './sealer.ts';
import { type KeyTables, keyTables } from './tables.ts';

/** Stands for the master keys themselves: what was sealed before the first rotation names no key. */
export const masterId = '';

/** A signing key the product made, with the private half. */
export interface SigningKey {
  id: string;
  privateKey: string;
}

/** The keys this process knows. Sealing and opening never wait: the ring is read at the start and looked at again while `watch` runs. */
export interface KeyRing {
  /** Id of the key new values are sealed under. */
  current(): string;
  /** Throws for a key this process does not know. */
  sealer(id: string): Sealer;
  /** Integrity keys of the audit chains, the present one first, then those before it. */
  integrityKeys(): readonly Uint8Array[];
  /** Keys that sign evidence, the present one first, then those before it. Empty while the one of the settings is the only one. */
  signingKeys(): readonly SigningKey[];
  refresh(): Promise<void>;
  /** Refreshes every two seconds; returns what ends it. */
  watch(): () => void;
}

export const refreshMilliseconds = 2_000;

/** Only the master keys: before the first rotation, and where there is no database to ask. */
export function masterRing(master: SealingKeys, random: Random): KeyRing {
  const only = makeSealer(master, random);
  return {
    current: () => masterId,
    sealer: (id) => (id === masterId ? only : unknownKey(id)),
    integrityKeys: () => [master.integrity],
    signingKeys: () => [],
    refresh: async () => undefined,
    watch: () => () => undefined,
  };
}

type KeyRow = Pick<KeyTables['platform.key'], 'id' | 'purpose' | 'state' | 'wrapped'>;

interface Known {
  current: string;
  sealers: Map<string, Sealer>;
  integrity: Uint8Array[];
  signing: SigningKey[];
}

/** Reads the keys of the database. Throws when they were not wrapped under these master keys. */
export async function openKeyRing(
  parts: { database: Database; random: Random; log: Logger },
  master: SealingKeys,
): Promise<KeyRing> {
  const wrapper = makeSealer(master, parts.random);
  let seen = '';
  let known: Known = knownFrom([], master, wrapper, parts.random);
  const refresh = async () => {
    const rows = await keyTables(parts.database)
      .selectFrom('platform.key')
      .select(['id', 'purpose', 'state', 'wrapped'])
      .orderBy('current_at', (order) => order.desc().nullsLast())
      .orderBy('announced_at', 'desc')
      .orderBy('id')
      .execute();
    const now = JSON.stringify(rows);
    if (now === seen) return;
    known = knownFrom(rows, master, wrapper, parts.random);
    seen = now;
  };
  await refresh();
  return {
    current: () => known.current,
    sealer: (id) => known.sealers.get(id) ?? unknownKey(id),
    integrityKeys: () => known.integrity,
    signingKeys: () => known.signing,
    refresh,
    watch() {
      const failed = (error: unknown) => parts.log.error({ err: error }, 'keys could not be read again');
      const timer = setInterval(() => void refresh().catch(failed), refreshMilliseconds);
      return () => clearInterval(timer);
    },
  };
}

function unknownKey(id: string): never {
  throw new Error(`key ${id} is not known (any more): the text was sealed under another set of keys`);
}

/** `rows` newest first. */
function knownFrom(rows: readonly KeyRow[], master: SealingKeys, wrapper: Sealer, random: Random): Known {
  const known: Known = {
    current: masterId,
    sealers: new Map([[masterId, wrapper]]),
    integrity: [master.integrity],
    signing: [],
  };
  for (const row of rows) {
    if (row.wrapped === null) continue;
    const { id, purpose, state } = row;
    const secret = JSON.parse(wrapper.open(row.wrapped)) as Record<string, string>;
    const bytes = (name: string) => Buffer.from(secret[name] ?? '', 'hex');
    if (purpose === 'master') known.integrity.push(bytes('integrity'));
    else if (purpose === 'evidence') {
      if (state !== 'announced') known.signing.push({ id, privateKey: secret.private ?? '' });
    } else {
      const sealer = makeSealer({ encryption: bytes('encryption'), integrity: bytes('integrity') }, random);
      known.sealers.set(id === firstMaster ? masterId : id, sealer);
      if (state === 'current') known.current = id;
    }
  }
  return known;
}

/** Under this id the first master keys are kept when others take their place: what names no key was sealed under them. */
export const firstMaster = '0';
