import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedClock, seededRandom } from '@hengchan/platform';
import { testDatabase } from '@hengchan/platform/testing';
import type pg from 'pg';
import { migrations } from '../../../apps/server/migrations.ts';
import { type Client, clientOver, signInOver } from '../client.ts';
import { runAsOwner } from '../gated-database.ts';
import { office } from '../office.ts';
import { person, type TestPerson } from '../people.ts';
import { makeAccount, password, registerHome, type StaffRole } from '../world.ts';
import { makeHall } from './hall.ts';
import { openTown, type Town } from './town.ts';

/** Somebody of the office under a login of their own, where one of a role is not enough. */
export interface Clerk {
  login: string;
  role: StaffRole;
}

/** A town on a database of its own whose clock stands still, with people to play. */
export async function openStage() {
  const database = await testDatabase(migrations);
  const folder = mkdtempSync(join(tmpdir(), 'hengchan-stage-'));
  const clock = fixedClock(new Date('2026-11-20T02:00:00Z'));
  const hall = makeHall({ clock, random: seededRandom(1) });
  const open = () => openTown({ url: database.url, folder, hall, clock });
  let town: Town = await open();
  const tokens = new Map<string, string>();
  let homes = 0;
  /** Always to the town as it is now, also after another server took over. */
  const send: Town['send'] = (...request) => town.send(...request);

  async function as(who: StaffRole | TestPerson | Clerk): Promise<Client> {
    const login = typeof who === 'string' ? who : who.login;
    if (!tokens.has(login)) {
      await makeAccount(town.product.platform, who);
      tokens.set(login, (await signInOver(send, login, password)).token);
    }
    return clientOver(send, tokens.get(login) ?? '');
  }

  return {
    database,
    folder,
    clock,
    hall,
    as,
    get town() {
      return town;
    },
    /** The server that is there dies, and another is started. */
    async restart(): Promise<void> {
      await town.die();
      town = await open();
    },
    /** Signs in anew: what a person does whose session is over. */
    async signInAgain(login: string): Promise<Client> {
      tokens.set(login, (await signInOver(send, login, password)).token);
      return clientOver(send, tokens.get(login) ?? '');
    },
    home: (owner: TestPerson) => registerHome(town.product.platform, ++homes, [owner]),
    /** What a resale of a home of its own is applied for with. */
    async sale(seller: TestPerson = person(1), buyer: TestPerson = person(2), unit?: string) {
      const code = unit ?? (await registerHome(town.product.platform, ++homes, [seller])).code;
      const party = (role: string, { name, idType, idNumber }: TestPerson) => ({
        role,
        name,
        idType,
        idNumber,
      });
      return {
        business: 'resale-transfer',
        office,
        units: [code],
        parties: [party('transferor', seller), party('transferee', buyer)],
        form: { price: '1280000.00', coOwnership: '0' },
      };
    },
    rows: <Row extends pg.QueryResultRow>(statement: string, values: unknown[] = []) =>
      runAsOwner<Row>(database.url, statement, values),
    async close() {
      await town.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Stage = Awaited<ReturnType<typeof openStage>>;
