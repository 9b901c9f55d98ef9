import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { errors } from '../errors/index.ts';
import type { Platform } from '../platform.ts';

/** How long the same request waits for the answer of the first before it is told to come back. */
const patienceMilliseconds = 5_000;
const lookMilliseconds = 50;
const maximumKeyLength = 200;

declare module 'fastify' {
  interface FastifyRequest {
    /** The caller's `Idempotency-Key`, also kept with what the request creates so that a crash in between makes nothing twice. */
    idempotencyKey: string | undefined;
    idempotencyOpen: { actor: string; key: string } | undefined;
  }
}

/**
 * Answers a replayed POST with the first answer, also one that arrives while the first is still at work. The same key with other
 * content is refused.
 * Successful answers and refusals below 500 are kept; failures of ours and of the connection are not, so that a retry can succeed.
 */
export function keepIdempotency(app: FastifyInstance, platform: Platform): void {
  app.decorateRequest('idempotencyKey', undefined);
  app.decorateRequest('idempotencyOpen', undefined);

  app.addHook('preHandler', async (request, reply) => {
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || typeof key !== 'string' || key === '') return;
    if (key.length > maximumKeyLength || !/^[\x21-\x7e]+$/.test(key)) {
      throw errors.INVALID_REQUEST({
        errors: [{ path: '/headers/Idempotency-Key', message: '应为 200 个以内的可见字符' }],
      });
    }
    const actor = request.actor.accountId;
    const hash = hashOf(request);
    let first = await begin(platform, actor, key, hash);
    const { stillHolds } = request.routeOptions.config;
    if (first && first.status < 400 && stillHolds && !(await stillHolds(first.body))) {
      await forget(platform, actor, key);
      first = await begin(platform, actor, key, hash);
    }
    if (first) {
      reply.header('idempotency-replayed', 'true');
      return reply.status(first.status).type(first.type).send(first.body);
    }
    request.idempotencyKey = key;
    request.idempotencyOpen = { actor, key };
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const open = request.idempotencyOpen;
    if (!open) return payload;
    request.idempotencyOpen = undefined;
    const { database } = platform;
    const row = (query: 'actor' | 'key') => open[query];
    // Neither is a refusal of half a request: whoever was cut off sends the whole of it under the same key.
    const cutOff = request.raw.complete === false && reply.statusCode >= 400;
    if (reply.statusCode >= 500 || cutOff || typeof payload !== 'string') {
      await forget(platform, row('actor'), row('key'));
      return payload;
    }
    const response = JSON.stringify({ type: reply.getHeader('content-type'), body: payload });
    await database
      .updateTable('platform.idempotency')
      .set({ status: reply.statusCode, response: platform.cipher.seal(response) })
      .where('actor', '=', row('actor'))
      .where('key', '=', row('key'))
      .execute();
    return payload;
  });
}

interface FirstAnswer {
  status: number;
  type: string;
  body: string;
}

/**
 * The answer the key got before; undefined when this request is the first, or takes over from one whose process died.
 * While the first is still at work this one waits for its answer.
 */
async function begin(
  platform: Platform,
  actor: string,
  key: string,
  requestHash: string,
): Promise<FirstAnswer | undefined> {
  for (let waited = 0; waited < patienceMilliseconds; waited += lookMilliseconds) {
    const found = await look(platform, actor, key, requestHash);
    if (found !== 'in progress') return found;
    await wait(lookMilliseconds);
  }
  throw errors.IDEMPOTENCY_IN_PROGRESS();
}

async function look(
  { config, database, clock, cipher }: Platform,
  actor: string,
  key: string,
  requestHash: string,
): Promise<FirstAnswer | 'in progress' | undefined> {
  const now = clock.now();
  const inserted = await database
    .insertInto('platform.idempotency')
    .values({ actor, key, request_hash: requestHash, status: null, response: null, created_at: now })
    .onConflict((conflict) => conflict.columns(['actor', 'key']).doNothing())
    // Not waited for: a power cut that takes the key away takes all that came after it, and the request is then the first again.
    .returning(['key', sql`set_config('synchronous_commit', 'off', true)`.as('commit')])
    .executeTakeFirst();
  if (inserted) return undefined;
  const row = await database
    .selectFrom('platform.idempotency')
    .selectAll()
    .where('actor', '=', actor)
    .where('key', '=', key)
    .executeTakeFirst();
  // The first one failed in between and gave its key back: the next look takes it.
  if (!row) return 'in progress';
  if (row.request_hash !== requestHash) throw errors.IDEMPOTENCY_MISMATCH();
  if (row.status !== null && row.response !== null) {
    const { type, body } = JSON.parse(cipher.open(row.response)) as { type: string; body: string };
    return { status: row.status, type, body };
  }
  const taken = await database
    .updateTable('platform.idempotency')
    .set({ created_at: now })
    .where('actor', '=', actor)
    .where('key', '=', key)
    .where('status', 'is', null)
    .where('created_at', '<', new Date(now.getTime() - config.takeoverSeconds * 1_000))
    .returning('key')
    .executeTakeFirst();
  return taken ? undefined : 'in progress';
}

/** Gives a key back: whoever comes with it next is the first. */
async function forget({ database }: Platform, actor: string, key: string): Promise<void> {
  await database
    .deleteFrom('platform.idempotency')
    .where('actor', '=', actor)
    .where('key', '=', key)
    .execute();
}

function hashOf(request: FastifyRequest): string {
  const hash = createHash('sha256').update(`${request.method} ${request.url}\n`);
  return hash.update(JSON.stringify(request.body ?? null)).digest('hex');
}
