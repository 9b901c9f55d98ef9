import {
  fixedClock,
  type HttpClient,
  makeCipher,
  makeEvents,
  makeIds,
  makeLogger,
  seededRandom,
} from '@hengchan/platform';
import { type TestDatabase, testDatabase } from '@hengchan/platform/testing';
import { sm2KeyPair } from '@hengchan/standards/crypto';
import {
  createExchange,
  type ExchangeOptions,
  type ExchangePlatform,
  exchangeMigrations,
  fixedDirectory,
  type KeyPair,
} from '../index.ts';

/** An exchange on a database of its own, with a clock that stands still and no pauses. Ask for `close` in `afterAll`. */
export async function testExchange(http: HttpClient, options: Partial<ExchangeOptions> = {}) {
  const database: TestDatabase = await testDatabase([exchangeMigrations]);
  const clock = fixedClock(new Date('2026-03-02T01:00:00.000Z'));
  const random = seededRandom(20260302);
  const key = (length: number) => random.bytes(length);
  const platform: ExchangePlatform = {
    database: database.database,
    clock,
    random,
    ids: makeIds(clock, random),
    log: makeLogger('silent'),
    cipher: makeCipher({ encryption: key(16), integrity: key(32), index: key(32) }, random),
    http,
    events: makeEvents(),
  };
  const own: KeyPair = sm2KeyPair(random.bytes(48));
  const exchange = createExchange(platform, {
    own,
    peers: fixedDirectory([]),
    pause: async () => undefined,
    ...options,
  });
  return { exchange, clock, platform, database, close: () => database.close() };
}
