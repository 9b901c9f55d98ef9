import { type PublicKey, verifyLog } from '@hengchan/evidence';
import { type Database, type Platform, systemActor, verifyAudit } from '@hengchan/platform';
import { verify as verifyRegister } from '@hengchan/register';
import { sql } from 'kysely';

/** What one check came to; `faults` are for people and hold the first hundred. */
export interface Verified {
  what: string;
  count: string;
  faults: string[];
}

/**
 * Recomputes everything that can be recomputed: the register of each office from its entries, the evidence log from its
 * leaves, its checkpoints signed by one
 * of the keys, the leaf of every entry, and the audit chains. Changes nothing but the audit line that says it was done.
 */
export async function* verifyEverything(
  platform: Platform,
  keys: readonly PublicKey[],
  office: string | undefined,
): AsyncGenerator<Verified> {
  const { database } = platform;
  for (const each of office === undefined ? await officesOf(database) : [office]) {
    const register = await verifyRegister(database, each);
    yield {
      what: `登记簿 ${each}`,
      count: `登簿 ${register.entries} 条，单元 ${register.units} 个，权利 ${register.rights} 项`,
      faults: register.findings.map(describe),
    };
    const log = await verifyLog(database, each, { keys });
    yield {
      what: `存证 ${each}`,
      count: `存证 ${log.size} 条，检查点 ${log.checkpoints} 个，根 ${log.root}`,
      faults: [...log.findings.map(describe), ...(await entriesWithoutLeaf(database, each))],
    };
  }
  if (office !== undefined) return;
  const audit = await verifyAudit(platform, systemActor);
  yield {
    what: '审计日志',
    count: `已校验 ${audit.checked} 条，待封存 ${audit.waiting} 条`,
    faults: audit.faults.map(
      ({ office, sequence, auditId, fault }) => `${office} ${sequence ?? ''} ${auditId} ${fault}`,
    ),
  };
}

const describe = (finding: { table: string; row: string; message: string }) =>
  `${finding.table} ${finding.row}：${finding.message}`;

async function officesOf(database: Database): Promise<string[]> {
  const { rows } = await sql<{ office: string }>`
    SELECT office FROM register.office_head UNION SELECT DISTINCT office FROM register.entry
    UNION SELECT office FROM evidence.log ORDER BY office`.execute(database);
  return rows.map(({ office }) => office);
}

/** Every entry was recorded as evidence in its own transaction, with its hash. */
async function entriesWithoutLeaf(database: Database, office: string): Promise<string[]> {
  const { rows } = await sql<{ number: number }>`
    SELECT number FROM register.entry AS entry WHERE office = ${office} AND NOT EXISTS (
      SELECT FROM evidence.leaf AS leaf
      WHERE leaf.office = entry.office AND leaf.kind = 'entry' AND position(entry.hash IN leaf.data) > 0
        AND leaf.subject IN (entry.number::text, entry.office || '/' || entry.number)
    ) ORDER BY number LIMIT 100`.execute(database);
  return rows.map(({ number }) => `register.entry ${number}：没有相应的存证`);
}
