import type { ReloadableAccess } from './access/access.ts';
import type { Exports } from './access/exports.ts';
import type { Stops } from './access/stops.ts';
import type { Team } from './access/team.ts';
import type { Audit } from './audit/audit.ts';
import type { Config } from './config/load.ts';
import type { Kept } from './database/kept.ts';
import type { Database } from './database/tables.ts';
import type { Files } from './files/files.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { KeyRing } from './keys/ring.ts';
import type { Processes } from './processes/processes.ts';
import type { Uploads } from './scanning/uploads.ts';
import type { Cipher } from './system/cipher.ts';
import type { SettableClock } from './system/clock.ts';
import type { Events } from './system/events.ts';
import type { HttpClient } from './system/http-client.ts';
import type { Ids } from './system/ids.ts';
import type { Logger } from './system/logger.ts';
import type { Random } from './system/random.ts';

/** Everything a room may use of the outside world. Made once at start, or by a test with stand-ins it names. */
export interface Platform {
  config: Config;
  database: Database;
  kept: Kept;
  clock: SettableClock;
  ids: Ids;
  random: Random;
  log: Logger;
  keys: KeyRing;
  cipher: Cipher;
  audit: Audit;
  access: ReloadableAccess;
  stops: Stops;
  exports: Exports;
  team: Team;
  jobs: Jobs;
  files: Files;
  uploads: Uploads;
  http: HttpClient;
  events: Events;
  processes: Processes;
}
