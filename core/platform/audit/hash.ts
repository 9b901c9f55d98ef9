import { createHash, createHmac } from 'node:crypto';

/** What an audit line says, apart from its place in the chain. */
export interface AuditContent {
  office: string;
  id: string;
  at: Date;
  actor: string;
  login: string;
  action: string;
  subject: string;
  detail: unknown;
}

/** SM3 over the line in one fixed form: the same line gives the same hash whatever order its keys come back in. */
export function contentHash(line: AuditContent): string {
  const parts = [
    line.office,
    line.id,
    line.at.toISOString(),
    line.actor,
    line.login,
    line.action,
    line.subject,
    line.detail,
  ];
  return createHash('sm3').update(canonical(parts)).digest('hex');
}

/** HMAC-SM3, so that whoever can write the database still cannot forge a chain without the key. */
export function linkHash(
  key: Uint8Array,
  link: { office: string; sequence: number; previousHash: string; contentHash: string },
): string {
  const text = canonical([link.office, link.sequence, link.previousHash, link.contentHash]);
  return createHmac('sm3', key).update(text).digest('hex');
}

/** The hash before the first link of a chain. */
export const firstHash = '0'.repeat(64);

/** JSON with keys in order, as the database may hand them back in another. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    entries.sort(([left], [right]) => (left < right ? -1 : 1));
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
