export { type Access, createAccess, implicitRoles, type ReloadableAccess } from './access/access.ts';
export { type ActingFor, type Actor, anonymousActor, type StandIn, systemActor } from './access/actor.ts';
export {
  type ConsentKeeper,
  type Exports,
  exportLimitSetting,
  type Taking,
} from './access/exports.ts';
export {
  administrators,
  type PermissionCode,
  permissions,
  type RoleCode,
  type RoleDefinition,
  roles,
} from './access/permissions.ts';
export { canStopPath, type Stop, type Stops } from './access/stops.ts';
export type { Team } from './access/team.ts';
export * from './accounts/index.ts';
export { type Audit, type AuditLine, type AuditRead, platformOffice } from './audit/audit.ts';
export { sealAudit } from './audit/seal.ts';
export { type AuditFilter, type AuditRecord, exportAudit, searchAudit } from './audit/search.ts';
export { type AuditFault, type AuditVerification, verifyAudit } from './audit/verify.ts';
export { type Config, ConfigError, loadConfig } from './config/load.ts';
export { ConfigSchema } from './config/schema.ts';
export { createPlatform, type OpenPlatform, type PlatformOptions, platformMigrations } from './create.ts';
export { asTaskOf, classRoles, type DataClass, mayTake, readOnlyClass } from './database/classes.ts';
export { nextNumber } from './database/counter.ts';
export { type DatabaseReport, inspectDatabase } from './database/inspect.ts';
export { type Kept, type Versions, versionsNow } from './database/kept.ts';
export { type Migrations, migrate } from './database/migrate.ts';
export { type DatabaseOptions, type OpenDatabase, openDatabase } from './database/open.ts';
export type { Database, PlatformTables, Transaction } from './database/tables.ts';
export { transact } from './database/transact.ts';
export { codeOf } from './database/when-there.ts';
export {
  type Citation,
  catalogueErrors,
  type DocumentedError,
  documentedErrors,
  type ErrorEntry,
  errors as platformErrors,
  type FieldError,
  Problem,
  type ProblemDetails,
  type ProblemFinding,
} from './errors/index.ts';
export { destroyFiles } from './files/destroy-files.ts';
export type { ByteStore, Files, StoredFile } from './files/files.ts';
export {
  type FileKindCode,
  fileKinds,
  isLower,
  type Mark,
  markCodes,
  markedName,
  marks,
} from './files/marks.ts';
export type { MarkedFile } from './files/open-file.ts';
export type { Shelf, ShelvedFile } from './files/shelves.ts';
export { type FileTables, fileTables } from './files/tables.ts';
export { csv } from './http/csv.ts';
export { cutPage, maximumPageSize, pageOf, pageQuery, readCursor, writeCursor } from './http/paging.ts';
export { send as sendProblem } from './http/problems.ts';
export { createHttp, type HengchanHttp, type HttpOptions, sessionCookie } from './http/server.ts';
export { readUpload } from './http/upload.ts';
export { expectedVersion, sayVersion, withVersion } from './http/versions.ts';
export type { DeadLetter, HandlerOptions, JobOptions, Jobs } from './jobs/jobs.ts';
export { WrongKeys } from './keys/check.ts';
export type { KeyRing } from './keys/ring.ts';
export type { Platform } from './platform.ts';
export { onlyProcess, type Processes } from './processes/processes.ts';
export { onStop, sayReady } from './processes/worker.ts';
export type { Finding, ScanningReport, Uploads } from './scanning/uploads.ts';
export { type Cipher, type CipherKeys, makeCipher } from './system/cipher.ts';
export { type Clock, fixedClock, type SettableClock, systemClock } from './system/clock.ts';
export { type Events, makeEvents, type PlatformEvent } from './system/events.ts';
export { gather } from './system/gather.ts';
export {
  type HttpAnswer,
  type HttpClient,
  type HttpRequest,
  systemHttpClient,
} from './system/http-client.ts';
export { type Ids, makeIds } from './system/ids.ts';
export { type Logger, makeLogger } from './system/logger.ts';
export { type Random, seededRandom, systemRandom } from './system/random.ts';
