import { type Actor, systemActor } from '../access/actor.ts';
import { type Audit, platformOffice } from '../audit/audit.ts';
import type { Config } from '../config/load.ts';
import type { Database } from '../database/tables.ts';
import { codeOf } from '../database/when-there.ts';
import { fileErrors } from '../files/errors.ts';
import type { Files } from '../files/files.ts';
import { hashOf } from '../files/seal.ts';
import type { Clock } from '../system/clock.ts';
import type { Logger } from '../system/logger.ts';
import { clamdScanner, type Scanner } from './clamd.ts';

export interface Upload {
  name: string;
  content: Uint8Array;
}

/** Malicious code was found: in an upload, which was not taken, or in a file kept while the scanner was away. */
export interface Finding {
  hash: string;
  name: string;
  found: string;
  kept: boolean;
}

export type FindingKeeper = (finding: Finding) => Promise<void>;

export interface ScanningReport {
  /** Undefined: no scanner is configured, nothing is looked through. */
  address: string | undefined;
  away: 'refuse' | 'later' | undefined;
  /** What the scanner says it is; undefined when it does not answer. */
  version: string | undefined;
  waiting: number;
  quarantined: { hash: string; name: string; found: string; scannedAt: string }[];
}

/** What comes from outside is looked through before it is taken. Row SEC-BKD-02. */
export interface Uploads {
  /**
   * Throws MALICIOUS_CODE for a file in which something was found, after it was recorded and told; SCANNER_AWAY where nobody could look and
   * the settings say not to take it then. Without a scanner everything passes, which the inventory says.
   */
  admit(actor: Actor, upload: Upload): Promise<void>;
  /** Looks through what was kept while the scanner was away; what holds something is not opened for anybody any more. */
  scanWaiting(): Promise<void>;
  report(): Promise<ScanningReport>;
  /** The room that raises alerts says so here. */
  tellFindings(keeper: FindingKeeper): void;
}

export type ScanningTables = {
  'platform.unscanned_file': {
    office: string;
    hash: string;
    name: string;
    kept_at: Date;
    kept_by: string;
    scanned_at: Date | null;
    found: string | null;
  };
};

const tables = (database: Database) => database.withTables<ScanningTables>();
const atOnce = 100;

export interface UploadParts {
  config: Pick<Config, 'scanner'>;
  database: Database;
  clock: Clock;
  audit: Audit;
  log: Logger;
  files: Files;
}

export function makeUploads(parts: UploadParts): Uploads {
  const { config, database, clock, log, files } = parts;
  const scanner = config.scanner && clamdScanner(config.scanner.address);
  let keeper: FindingKeeper | undefined;
  const tell = async (actor: Actor, finding: Finding) => {
    const { hash, name, found, kept } = finding;
    const line = {
      action: 'file.malicious',
      subject: hash,
      office: platformOffice,
      detail: { name, found, kept },
    };
    await parts.audit.write(database, actor, line);
    await keeper?.(finding);
  };
  return {
    async admit(actor, { name, content }) {
      if (scanner === undefined) return;
      const hash = await hashOf(content);
      const verdict = await scanner.scan(content).catch((error: unknown) => {
        log.error({ err: error }, '恶意代码查杀服务没有结论 · no verdict from the scanner');
        return undefined;
      });
      if (verdict?.found !== undefined) {
        await tell(actor, { hash, name, found: verdict.found, kept: false });
        const message = `在“${name}”中发现恶意代码（${verdict.found}），没有收下。请在本机查杀后重新选择文件`;
        throw fileErrors.MALICIOUS_CODE({ errors: [{ path: '/file', message }] });
      }
      if (verdict !== undefined) return;
      if (config.scanner?.away !== 'later') {
        const message = '恶意代码查杀服务没有应答，暂不能收文件，请稍后重新提交';
        throw fileErrors.SCANNER_AWAY({ errors: [{ path: '/file', message }] });
      }
      const row = { office: platformOffice, hash, name, kept_at: clock.now(), kept_by: actor.accountId };
      await tables(database)
        .insertInto('platform.unscanned_file')
        .values({ ...row, scanned_at: null, found: null })
        .onConflict((conflict) => conflict.columns(['office', 'hash']).doNothing())
        .execute();
    },
    async scanWaiting() {
      if (scanner === undefined) return;
      const waiting = await tables(database)
        .selectFrom('platform.unscanned_file')
        .select(['hash', 'name'])
        .where('office', '=', platformOffice)
        .where('scanned_at', 'is', null)
        .orderBy('kept_at')
        .limit(atOnce)
        .execute();
      for (const { hash, name } of waiting) {
        const found = await scanKept(scanner, files, hash);
        await tables(database)
          .updateTable('platform.unscanned_file')
          .set({ scanned_at: clock.now(), found: found ?? null })
          .where('office', '=', platformOffice)
          .where('hash', '=', hash)
          .execute();
        if (found !== undefined) await tell(systemActor, { hash, name, found, kept: true });
      }
    },
    async report() {
      const rows = await tables(database)
        .selectFrom('platform.unscanned_file')
        .selectAll()
        .where('office', '=', platformOffice)
        .where((row) => row.or([row('scanned_at', 'is', null), row('found', 'is not', null)]))
        .orderBy('kept_at', 'desc')
        .limit(1_000)
        .execute();
      return {
        address: config.scanner?.address,
        away: config.scanner?.away,
        version: await scanner?.version().catch(() => undefined),
        waiting: rows.filter((row) => row.scanned_at === null).length,
        quarantined: rows.flatMap(({ hash, name, found, scanned_at }) =>
          found === null || scanned_at === null
            ? []
            : [{ hash, name, found, scannedAt: scanned_at.toISOString() }],
        ),
      };
    },
    tellFindings(told) {
      keeper = told;
    },
  };
}

/** A file that was refused after all, by its type or size, was never kept: there is nothing to look through. */
async function scanKept(scanner: Scanner, files: Files, hash: string): Promise<string | undefined> {
  const content = await files.get(hash).catch((error: unknown) => {
    if (codeOf(error) === 'FILE_MISSING') return undefined;
    throw error;
  });
  return content && (await scanner.scan(content)).found;
}

/** Nobody opens a file in which something was found. Throws FILE_QUARANTINED. */
export function quarantine(files: Files, database: Database, { scanner }: Pick<Config, 'scanner'>): Files {
  if (scanner === undefined) return files;
  return {
    ...files,
    async open(actor, opening) {
      const row = await tables(database)
        .selectFrom('platform.unscanned_file')
        .select('found')
        .where('office', '=', platformOffice)
        .where('hash', '=', opening.file.hash)
        .executeTakeFirst();
      if (row?.found) throw fileErrors.FILE_QUARANTINED();
      return files.open(actor, opening);
    },
  };
}
