import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedClock, type Random, type SettableClock, seededRandom } from '@hengchan/platform';
import pg from 'pg';
import { type Ask, asker } from '../support/checks.ts';
import { type Answer, type Client, clientOver, signInOver } from '../support/client.ts';

import type { TestPerson } from '../support/people.ts';
import { type Hall, makeHall } from '../support/town/hall.ts';
import { openTown, type Town } from '../support/town/town.ts';
import { password } from '../support/world.ts';
import { type Cast, partiesOf } from './cast.ts';

/** A POST somebody made, with what came of it; without an answer when the server died on it. */
export interface Sent {
  login: string;
  path: string;
  body: object;
  key: string;
  answer?: Answer;
}

/** One run of the simulation: the product, everybody around it, and chance, all from one seed. */
export interface Play {
  seed: number;
  random: Random;
  clock: SettableClock & { advance(milliseconds: number): void };
  hall: Hall;
  cast: Cast;
  /** Codes of all units cases were about, and those of the beginning. */
  units: string[];
  /** By blind index of the identity number. */
  known: ReadonlyMap<string, TestPerson>;
  ask: Ask;
  /** Two servers on one database; requests go to either. */
  servers: Town[];
  server(): Town;
  log: string[];
  sent: Sent[];
  /** How often something was tried at a step of a case. */
  tried: Map<string, number>;
  /** How many entries there were when the register was last proven to be what they make of it. */
  proven: number;
  /** What should not have happened, found while playing. */
  faults: string[];
  /** Signs in again when the session is over. */
  request(
    login: string,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<never>>;
  /** A POST under a key of its own, remembered. */
  post(login: string, path: string, body: object, headers?: Record<string, string>): Promise<Answer<never>>;
  upload(login: string, caseNo: string, material: string, content: Uint8Array): Promise<Answer>;
  /** Everybody stays signed in however far the clock was moved. */
  keepSessions(): Promise<void>;
  /** Whether a server met a disturbance in this step. */
  disturbed(): boolean;
  /** Does something that is not part of the play: no statement of it fails, or counts. */
  aside<Result>(work: () => Promise<Result>): Promise<Result>;
  /** A server that died is replaced by another on the same database; others forget what they met. Returns how many died. */
  mend(): Promise<number>;
  close(): Promise<void>;
}

export interface PlayOptions {
  seed: number;
  /** A database with the cast in it. */
  url: string;
  /** The folder of the product that made it: its keys. */
  keys: string;
  cast: Cast;
}

export const beginsAt = new Date('2026-11-20T02:00:00Z');

export async function openPlay({ seed, url, keys, cast }: PlayOptions): Promise<Play> {
  const folder = mkdtempSync(join(tmpdir(), 'hengchan-simulation-'));
  cpSync(keys, folder, { recursive: true });
  const clock = fixedClock(beginsAt);
  const hall = makeHall({
    clock,
    random: seededRandom(seed + 1),
    // Longer than the lease of an automatic step, sometimes than that of a message.
    dawdle: async () => {
      clock.advance(play.random.pick([5_000, 45_000, 130_000]));
      await new Promise((resolve) => setTimeout(resolve, play.random.integer(0, 20)));
    },
  });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tokens = new Map<string, string>();
  let generation = 0;
  let requests = 0;
  const open = () =>
    openTown({
      url,
      folder,
      hall,
      clock,
      random: seededRandom(seed * 1000 + ++generation),
      poolSize: 4,
    });
  const servers = [await open(), await open()];
  const cipher = (servers[0] as Town).product.platform.cipher;

  async function as(login: string): Promise<Client> {
    const send: Town['send'] = (...request) => play.server().send(...request);
    const known = tokens.get(login);
    if (known !== undefined) return clientOver(send, known);
    const made = await signInOver(send, login, password);
    tokens.set(login, made.token);
    return made;
  }

  const play: Play = {
    seed,
    random: seededRandom(seed),
    clock,
    hall,
    cast,
    units: [...cast.homes],
    known: new Map(partiesOf(cast).map((who) => [cipher.index(who.idNumber), who])),
    ask: asker(client),
    servers,
    server: () => play.random.pick(servers),
    disturbed: () => servers.some((each) => each.fuse.blown() !== undefined),
    async aside(work) {
      for (const each of servers) each.fuse.shield(true);
      try {
        return await work();
      } finally {
        for (const each of servers) each.fuse.shield(false);
      }
    },
    log: [],
    sent: [],
    tried: new Map(),
    proven: 0,
    faults: [],
    async request(login, method, path, body, headers) {
      const answer = await (await as(login)).request<never>(method, path, body, headers);
      if (answer.status === 401) {
        tokens.delete(login);
        return (await as(login)).request<never>(method, path, body, headers);
      }
      if (answer.status >= 500 && !play.disturbed())
        play.faults.push(`${method} ${path} by ${login}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer;
    },
    async post(login, path, body, headers = {}) {
      const key = `key-${++requests}`;
      const sent: Sent = { login, path, body, key };
      play.sent.push(sent);
      const answer = await play.request(login, 'POST', path, body, { 'idempotency-key': key, ...headers });
      if (answer.status < 500) sent.answer = answer;
      return answer;
    },
    async upload(login, caseNo, material, content) {
      return (await as(login)).upload(caseNo, material, content);
    },
    async keepSessions() {
      await client.query(
        "UPDATE platform.session SET last_seen_at = $1, expires_at = $1::timestamptz + interval '1 day' WHERE ended_at IS NULL",
        [clock.now()],
      );
    },
    async mend() {
      let died = 0;
      for (const [at, each] of servers.entries()) {
        const blown = each.fuse.blown();
        if (blown === undefined) continue;
        play.log.push(`  struck ${blown}`);
        if (each.fuse.dead()) {
          await each.die();
          servers[at] = await open();
          died += 1;
        } else each.fuse.forget();
      }
      return died;
    },
    async close() {
      for (const each of servers) await each.close().catch(() => undefined);
      await client.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return play;
}
