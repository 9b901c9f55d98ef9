import { sql } from 'kysely';
import type { Platform } from '../platform.ts';
import { firstHash, linkHash } from './hash.ts';
import { auditTables } from './tables.ts';

const batchSize = 500;
const everySeconds = 5;

type SealParts = Pick<Platform, 'database' | 'clock' | 'keys'>;

/** Seals what was written since, every few seconds, on one process at a time. */
export function scheduleAuditSealing(platform: Platform): void {
  platform.jobs.every(everySeconds, 'seal-audit', async () => {
    while ((await sealAudit(platform)) > 0);
  });
}

/**
 * Puts up to 500 audit lines of each office at the end of that office's chain and returns how many. From then on a line
 * that is changed or taken away is found by `verifyAudit`. Row SEC-AUD-01.
 */
export async function sealAudit(platform: SealParts): Promise<number> {
  const offices = await auditTables(platform.database)
    .selectFrom('platform.audit_unsealed')
    .select('office')
    .distinct()
    .execute();
  let sealed = 0;
  for (const { office } of offices) sealed += await sealOffice(platform, office);
  return sealed;
}

async function sealOffice({ database, clock, keys }: SealParts, office: string): Promise<number> {
  return database.transaction().execute(async (trx) => {
    await sql`SELECT pg_advisory_xact_lock(hashtext(${`platform.audit_seal ${office}`}))`.execute(trx);
    const tables = auditTables(trx);
    const lines = await tables
      .selectFrom('platform.audit_unsealed')
      .innerJoin('platform.audit', (join) =>
        join
          .onRef('platform.audit.office', '=', 'platform.audit_unsealed.office')
          .onRef('platform.audit.id', '=', 'platform.audit_unsealed.id'),
      )
      .select(['platform.audit.id', 'platform.audit.content_hash'])
      .where('platform.audit_unsealed.office', '=', office)
      .orderBy('platform.audit.at')
      .orderBy('platform.audit.id')
      .limit(batchSize)
      .execute();
    if (lines.length === 0) return 0;
    const last = await tables
      .selectFrom('platform.audit_seal')
      .select(['sequence', 'hash'])
      .where('office', '=', office)
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirst();
    const [integrity] = keys.integrityKeys();
    if (integrity === undefined) throw new Error('there is no integrity key');
    let sequence = last?.sequence ?? 0;
    let previousHash = last?.hash ?? firstHash;
    const links = lines.map((line) => {
      sequence += 1;
      const link = { office, sequence, previousHash, contentHash: line.content_hash };
      const hash = linkHash(integrity, link);
      const row = {
        office,
        sequence,
        audit_id: line.id,
        content_hash: line.content_hash,
        previous_hash: previousHash,
        hash,
        sealed_at: clock.now(),
      };
      previousHash = hash;
      return row;
    });
    await tables.insertInto('platform.audit_seal').values(links).execute();
    await tables
      .deleteFrom('platform.audit_unsealed')
      .where('office', '=', office)
      .where(
        'id',
        'in',
        lines.map((line) => line.id),
      )
      .execute();
    return links.length;
  });
}
