import { type Actor, type FieldError, platformErrors } from '@hengchan/platform';
import { toShanghaiDate } from '@hengchan/standards';
import { errors } from '../errors.ts';
import { notify } from '../notices/notices.ts';
import { dayMilliseconds, office, readParameters, type Security } from '../security.ts';
import { type CryptographyProductRow, tables } from '../tables.ts';
import { type AlgorithmUse, algorithmsOf, type CryptographyUse, cryptographyUses } from './algorithms.ts';

/** A cryptography product and its certificate: all three of number and dates, or none. */
export interface NewProduct {
  product: string;
  manufacturer: string;
  model: string;
  /** 商用密码产品认证证书编号. */
  certificateNumber?: string | undefined;
  /** `YYYY-MM-DD`, as on the certificate. */
  issuedOn?: string | undefined;
  /** The last day it is valid. */
  validUntil?: string | undefined;
  remark?: string | undefined;
  reason: string;
}

export type CertificateState = 'valid' | 'expiring' | 'expired' | 'none';

/**
 * Enters the product that does a use of cryptography, or what changed about it; earlier versions stay. Answers the version made.
 * Throws CRYPTOGRAPHY_USE_NOT_FOUND, INVALID_REQUEST with the fields that do not fit, STALE_VERSION. Row SEC-CRY-02.
 */
export async function recordProduct(
  { platform }: Security,
  actor: Actor,
  use: string,
  wanted: NewProduct,
  expected: number | undefined,
): Promise<{ use: CryptographyUse; version: number }> {
  platform.access.require(actor, 'security.manage', { office });
  const known = cryptographyUses.find((each) => each === use);
  if (known === undefined) throw errors.CRYPTOGRAPHY_USE_NOT_FOUND();
  const now = platform.clock.now();
  const wrong = checkCertificate(wanted, toShanghaiDate(now));
  if (wrong.length > 0) throw platformErrors.INVALID_REQUEST({ errors: wrong });
  return platform.database.transaction().execute(async (trx) => {
    const latest = await tables(trx)
      .selectFrom('security.cryptography_product')
      .select('version')
      .where('office', '=', office)
      .where('use', '=', known)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst();
    const seen = latest?.version ?? 0;
    if (expected !== undefined && expected !== seen) throw platformErrors.STALE_VERSION();
    const version = seen + 1;
    const made = await tables(trx)
      .insertInto('security.cryptography_product')
      .values({
        office,
        use: known,
        version,
        product: wanted.product.trim(),
        manufacturer: wanted.manufacturer.trim(),
        model: wanted.model.trim(),
        certificate_number: wanted.certificateNumber?.trim() ?? null,
        issued_on: wanted.issuedOn ?? null,
        valid_until: wanted.validUntil ?? null,
        remark: wanted.remark?.trim() ?? null,
        reason: wanted.reason.trim(),
        recorded_at: now,
        recorded_by: actor.accountId,
        recorded_by_name: actor.name,
      })
      .onConflict((conflict) => conflict.columns(['office', 'use', 'version']).doNothing())
      .returning('version')
      .executeTakeFirst();
    // Somebody else was faster by a moment.
    if (made === undefined) throw platformErrors.STALE_VERSION();
    await platform.audit.write(trx, actor, {
      action: 'cryptography-product.record',
      subject: known,
      detail: { version, ...wanted },
    });
    return { use: known, version };
  });
}

function checkCertificate(wanted: NewProduct, today: string): FieldError[] {
  const { certificateNumber, issuedOn, validUntil } = wanted;
  const parts = { certificateNumber, issuedOn, validUntil };
  const titles = { certificateNumber: '认证证书编号', issuedOn: '发证日期', validUntil: '有效期至' };
  if (Object.values(parts).every((part) => part === undefined)) return [];
  const wrong: FieldError[] = (['certificateNumber', 'issuedOn', 'validUntil'] as const)
    .filter((name) => parts[name] === undefined)
    .map((name) => ({
      path: `/${name}`,
      message: `${titles[name]}：证书编号、发证日期、有效期至须一并填写；没有证书的三项都不填`,
    }));
  if (issuedOn !== undefined && issuedOn > today)
    wrong.push({ path: '/issuedOn', message: '发证日期：不能晚于今天' });
  if (issuedOn !== undefined && validUntil !== undefined && validUntil < issuedOn)
    wrong.push({ path: '/validUntil', message: '有效期至：不能早于发证日期' });
  return wrong;
}

/** Every use of cryptography with its product, how its certificate stands today, and what was entered before, newest first. */
export async function certifiedAlgorithms(security: Security) {
  const { platform } = security;
  const { warnCertificateDays } = await readParameters(security);
  const now = platform.clock.now();
  const today = toShanghaiDate(now);
  const soon = toShanghaiDate(new Date(now.getTime() + warnCertificateDays * dayMilliseconds));
  const rows = await tables(platform.database)
    .selectFrom('security.cryptography_product')
    .selectAll()
    .where('office', '=', office)
    .orderBy('use')
    .orderBy('version', 'desc')
    .execute();
  return algorithmsOf(platform.config).map((algorithm: AlgorithmUse) => {
    const versions = rows.filter((row) => row.use === algorithm.use);
    return {
      ...algorithm,
      state: stateOf(versions[0], today, soon),
      version: versions[0]?.version ?? 0,
      versions: versions.map(showVersion),
    };
  });
}

const stateWords = { valid: '有效', expiring: '即将到期', expired: '已过期' };

/** How a use of cryptography is certified, in a line for reports. */
export function certificateWords({
  state,
  versions: [current],
  uncertified,
}: Awaited<ReturnType<typeof certifiedAlgorithms>>[number]): string {
  if (state === 'none') return `${current?.product ?? uncertified}（未取得认证）`;
  return `${current?.product}，证书 ${current?.certificateNumber}，有效期至 ${current?.validUntil}（${stateWords[state]}）`;
}

function stateOf(row: CryptographyProductRow | undefined, today: string, soon: string): CertificateState {
  if (row?.valid_until == null) return 'none';
  if (row.valid_until < today) return 'expired';
  return row.valid_until <= soon ? 'expiring' : 'valid';
}

const showVersion = (row: CryptographyProductRow) => ({
  version: row.version,
  product: row.product,
  manufacturer: row.manufacturer,
  model: row.model,
  certificateNumber: row.certificate_number ?? undefined,
  issuedOn: row.issued_on ?? undefined,
  validUntil: row.valid_until ?? undefined,
  remark: row.remark ?? undefined,
  reason: row.reason,
  recordedAt: row.recorded_at.toISOString(),
  recordedBy: row.recorded_by_name,
});

/** Tells the security administrator that a certificate ends soon, and again that it ended: once each, until another is entered. */
export async function remindCertificates(security: Security): Promise<void> {
  for (const { use, algorithm, state, versions } of await certifiedAlgorithms(security)) {
    const [current] = versions;
    if (current === undefined || (state !== 'expiring' && state !== 'expired')) continue;
    const ends = state === 'expired' ? '已于' : '将于';
    await notify(security, security.platform.database, {
      kind: `certificate-${state}`,
      audience: 'security.manage',
      subject: `${use}/${current.certificateNumber}/${current.validUntil}`,
      text: `${algorithm} 所用密码产品“${current.product}”的认证证书 ${current.certificateNumber} ${ends} ${current.validUntil} 到期，请换证或更换产品后登记`,
    });
  }
}
