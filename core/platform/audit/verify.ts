import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Platform } from '../platform.ts';
import { type AuditContent, contentHash, firstHash, linkHash } from './hash.ts';

const batchSize = 1000;
/** Enough to see what happened; whoever altered more than this is found all the same. */
const maximumFaults = 100;

type VerifyParts = Pick<Platform, 'database' | 'keys' | 'access' | 'audit'>;

/** A line or link that is not as it was written. */
export interface AuditFault {
  office: string;
  /** Place in the office's chain; absent for a line that never got one. */
  sequence?: number;
  auditId: string;
  fault: 'altered' | 'removed' | 'inserted' | 'chain-broken';
}

export interface AuditVerification {
  intact: boolean;
  /** Lines compared with their seal. */
  checked: number;
  /** Lines that wait for their seal. */
  waiting: number;
  faults: AuditFault[];
  /** Last link of each chain: written down elsewhere, it proves that nothing was cut off the end. */
  heads: { office: string; sequence: number; hash: string }[];
}

interface LinkRow {
  sequence: number;
  audit_id: string;
  sealed_content: string;
  previous_hash: string;
  hash: string;
  line: (Omit<AuditContent, 'at' | 'office' | 'id'> & { content_hash: string }) | null;
  at: Date | null;
}

/**
 * Recomputes every chain from the lines themselves and names each line that was altered, removed or slipped in.
 * Row SEC-AUD-01.
 */
export async function verifyAudit(platform: VerifyParts, actor: Actor): Promise<AuditVerification> {
  platform.access.require(actor, 'audit.verify');
  const { rows: offices } = await sql<{ office: string }>`
    SELECT office FROM platform.audit_seal WHERE sequence = 1
    UNION SELECT DISTINCT office FROM platform.audit ORDER BY office`.execute(platform.database);
  const result: AuditVerification = { intact: true, checked: 0, waiting: 0, faults: [], heads: [] };
  for (const { office } of offices) {
    await verifyChain(platform, office, result);
    await findUnsealed(platform, office, result);
  }
  await platform.audit.write(platform.database, actor, {
    action: 'audit.verify',
    subject: 'audit',
    detail: { intact: result.intact, checked: result.checked },
  });
  return result;
}

function report(result: AuditVerification, fault: AuditFault): void {
  result.intact = false;
  if (result.faults.length < maximumFaults) result.faults.push(fault);
}

async function verifyChain(platform: VerifyParts, office: string, result: AuditVerification): Promise<void> {
  let sequence = 0;
  let previousHash = firstHash;
  // Oldest first. Once a chain has been carried on under a key, nothing under one before it may follow.
  let integrity = [...platform.keys.integrityKeys()].reverse();
  for (;;) {
    const rows = await readLinks(platform, office, sequence);
    for (const row of rows) {
      sequence += 1;
      const link = { office, sequence, previousHash, contentHash: row.sealed_content };
      const place = { office, sequence: row.sequence, auditId: row.audit_id };
      const under = integrity.findIndex((key) => row.hash === linkHash(key, link));
      if (under > 0) integrity = integrity.slice(under);
      const sound = row.sequence === sequence && row.previous_hash === previousHash && under >= 0;
      if (!sound) report(result, { ...place, fault: 'chain-broken' });
      const fault = faultOf(office, row);
      if (fault !== undefined) report(result, { ...place, fault });
      // Goes on from what is there, so that one fault is reported once and not with everything after it.
      sequence = row.sequence;
      previousHash = row.hash;
      result.checked += 1;
    }
    if (rows.length < batchSize) break;
  }
  if (sequence > 0) result.heads.push({ office, sequence, hash: previousHash });
}

function faultOf(office: string, row: LinkRow): 'altered' | 'removed' | undefined {
  if (row.line === null || row.at === null) return 'removed';
  const { content_hash, ...line } = row.line;
  const actual = contentHash({ office, id: row.audit_id, at: row.at, ...line });
  return actual === row.sealed_content && actual === content_hash ? undefined : 'altered';
}

async function readLinks({ database }: VerifyParts, office: string, after: number): Promise<LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    SELECT seal.sequence, seal.audit_id, seal.content_hash AS sealed_content, seal.previous_hash, seal.hash, line.at,
      CASE WHEN line.id IS NOT NULL THEN jsonb_build_object('actor', line.actor, 'login', line.login,
        'action', line.action, 'subject', line.subject, 'detail', line.detail, 'content_hash', line.content_hash)
      END AS line
    FROM platform.audit_seal AS seal
    LEFT JOIN platform.audit AS line ON line.office = seal.office AND line.id = seal.audit_id
    WHERE seal.office = ${office} AND seal.sequence > ${after}
    ORDER BY seal.sequence LIMIT ${batchSize}`.execute(database);
  return rows;
}

/** A line without a seal must be waiting for one; any other was put in beside the product. */
async function findUnsealed(platform: VerifyParts, office: string, result: AuditVerification): Promise<void> {
  const { rows } = await sql<{ id: string; waiting: boolean }>`
    SELECT line.id, EXISTS (
      SELECT FROM platform.audit_unsealed AS mark WHERE mark.office = line.office AND mark.id = line.id
    ) AS waiting
    FROM platform.audit AS line
    WHERE line.office = ${office} AND NOT EXISTS (
      SELECT FROM platform.audit_seal AS seal WHERE seal.office = line.office AND seal.audit_id = line.id
    )`.execute(platform.database);
  for (const { id, waiting } of rows) {
    if (waiting) result.waiting += 1;
    else report(result, { office, auditId: id, fault: 'inserted' });
  }
}
