import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { Random } from '../system/random.ts';
import { checkOf, keyCheckSetting } from './check.ts';
import { firstMaster } from './ring.ts';
import { makeSealer, type SealingKeys } from './sealer.ts';
import { type KeyPurpose, keyTables } from './tables.ts';

/** A rotation that must not go on. The message is for the operator. */
export class RotationFault extends Error {}

type Secret = Record<string, string>;

const newId = (random: Random) => Buffer.from(random.bytes(4)).toString('hex');
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** A new pair for sealing, to be wrapped. */
export const newSealingSecret = (random: Random): Secret => ({
  encryption: hex(random.bytes(16)),
  integrity: hex(random.bytes(32)),
});

export interface MasterParts {
  /** Acts as the owner of the tables: the application itself cannot change keys. */
  owner: Database;
  master: SealingKeys;
  random: Random;
}

/**
 * Makes a key known to every process, not used yet; one that is announced already is kept instead. Whoever calls this waits until
 * all processes have looked at the keys again before `makeCurrent`. Returns the id.
 */
export async function announceKey(
  { owner, master, random }: MasterParts,
  purpose: KeyPurpose,
  key: { secret: Secret; publicKey?: string },
): Promise<string> {
  const tables = keyTables(owner);
  await tables
    .insertInto('platform.key')
    .values({
      id: newId(random),
      purpose,
      state: 'announced',
      wrapped: makeSealer(master, random).seal(JSON.stringify(key.secret)),
      public_key: key.publicKey ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { id } = await tables
    .selectFrom('platform.key')
    .select('id')
    .where('purpose', '=', purpose)
    .where('state', '=', 'announced')
    .executeTakeFirstOrThrow();
  return id;
}

/** From now on new values are sealed (or signed) with the announced key; the one before it only opens. */
export async function makeCurrent(owner: Database, purpose: KeyPurpose): Promise<void> {
  await owner.transaction().execute(async (trx) => {
    await sql`UPDATE platform.key SET state = 'former', former_at = now()
      WHERE purpose = ${purpose} AND state = 'current'
        AND EXISTS (SELECT FROM platform.key WHERE purpose = ${purpose} AND state = 'announced')`.execute(
      trx,
    );
    await sql`UPDATE platform.key SET state = 'current', current_at = now()
      WHERE purpose = ${purpose} AND state = 'announced'`.execute(trx);
  });
}

/**
 * Destroys a key that only opens. The caller has counted that nothing is sealed under it any more. Throws RotationFault when it is in use, or was
 * until `minimumMinutes` ago: a request that sealed something under it may not be over.
 */
export async function retireKey(owner: Database, id: string, minimumMinutes: number): Promise<void> {
  const { rows } = await sql`
    UPDATE platform.key SET state = 'retired', wrapped = NULL, retired_at = now()
    WHERE id = ${id} AND purpose = 'sealing' AND state = 'former'
      AND former_at <= now() - make_interval(mins => ${minimumMinutes})
    RETURNING id`.execute(owner);
  if (rows.length > 0) return;
  throw new RotationFault(
    `密钥 ${id} 不能销毁：只能销毁已停用至少 ${minimumMinutes} 分钟的加密密钥（./hengchan rotate-keys 查看各密钥状态）`,
  );
}

/**
 * Puts new master keys in the place of the present ones, all at once: every key the product made is wrapped anew, and the present master keys are
 * kept among them, because what names no key was sealed under them and the audit chains so far were linked with them. A sealing key of the
 * product's own must be current, or new values would be sealed under the master keys again.
 */
export async function rotateMaster(
  { owner, master, random }: MasterParts,
  next: SealingKeys,
  keys: { index: Uint8Array; evidence: Uint8Array },
): Promise<void> {
  const [from, to] = [makeSealer(master, random), makeSealer(next, random)];
  const kept = (secret: Secret) => to.seal(JSON.stringify(secret));
  await owner.transaction().execute(async (trx) => {
    const tables = keyTables(trx);
    const rows = await tables.selectFrom('platform.key').selectAll().forUpdate().execute();
    if (!rows.some(({ purpose, state }) => purpose === 'sealing' && state === 'current')) {
      throw new RotationFault('请先更换数据密钥：./hengchan rotate-keys sealing');
    }
    for (const { id, wrapped } of rows) {
      if (wrapped === null) continue;
      await tables
        .updateTable('platform.key')
        .set({ wrapped: to.seal(from.open(wrapped)) })
        .where('id', '=', id)
        .execute();
    }
    const former = { state: 'former' as const, former_at: sql<Date>`now()` };
    const integrity = hex(master.integrity);
    await tables
      .insertInto('platform.key')
      .values({ id: newId(random), purpose: 'master', wrapped: kept({ integrity }), ...former })
      .execute();
    await tables
      .insertInto('platform.key')
      .values({
        id: firstMaster,
        purpose: 'sealing',
        wrapped: kept({ encryption: hex(master.encryption), integrity }),
        ...former,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await trx
      .updateTable('platform.setting')
      .set({ value: JSON.stringify(checkOf({ ...keys, ...next })) })
      .where('name', '=', keyCheckSetting)
      .execute();
  });
}
