import type { Actor } from '../access/actor.ts';
import { errors } from '../errors/index.ts';
import type { Platform } from '../platform.ts';
import { accountErrors } from './errors.ts';
import { acceptedStep, enrolmentUri, newSecret } from './second-factor.ts';
import { accountTables } from './tables.ts';

type FactorParts = Pick<Platform, 'database' | 'clock' | 'cipher' | 'random' | 'audit'>;

export interface SecondFactorState {
  enrolled: boolean;
  /** Nothing else can be done before one is enrolled. */
  required: boolean;
}

export async function secondFactorState(
  { database, config }: Pick<Platform, 'database' | 'config'>,
  actor: Actor,
): Promise<SecondFactorState> {
  const row = await accountTables(database)
    .selectFrom('platform.account')
    .select('second_factor_confirmed')
    .where('id', '=', actor.accountId)
    .executeTakeFirst();
  return {
    enrolled: row?.second_factor_confirmed ?? false,
    required: actor.kind === 'staff' && config.staffSecondFactor === 'required',
  };
}

/** A fresh secret to load into an authenticator; it counts once `confirmSecondFactor` has seen a code made with it. */
export async function enrolSecondFactor(
  platform: FactorParts,
  actor: Actor,
): Promise<{ secret: string; uri: string }> {
  if (actor.sessionId === undefined) throw errors.UNAUTHENTICATED();
  const secret = newSecret(platform.random);
  const started = await accountTables(platform.database)
    .updateTable('platform.account')
    .set({ second_factor_sealed: platform.cipher.seal(secret) })
    .where('id', '=', actor.accountId)
    .where('second_factor_confirmed', '=', false)
    .executeTakeFirst();
  if (started.numUpdatedRows === 0n) throw accountErrors.SECOND_FACTOR_ALREADY_ENROLLED();
  return { secret, uri: enrolmentUri(actor.login, secret) };
}

/** From now on a code is asked at sign-in; a session that could only enrol becomes a full one. */
export async function confirmSecondFactor(platform: FactorParts, actor: Actor, code: string): Promise<void> {
  const { sessionId } = actor;
  if (sessionId === undefined) throw errors.UNAUTHENTICATED();
  const { database, clock, cipher, audit } = platform;
  await database.transaction().execute(async (trx) => {
    const account = await accountTables(trx)
      .selectFrom('platform.account')
      .select(['second_factor_sealed', 'second_factor_confirmed', 'second_factor_step'])
      .where('id', '=', actor.accountId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (account.second_factor_confirmed) throw accountErrors.SECOND_FACTOR_ALREADY_ENROLLED();
    if (account.second_factor_sealed === null) throw accountErrors.SECOND_FACTOR_NOT_STARTED();
    const secret = cipher.open(account.second_factor_sealed);
    const step = acceptedStep(secret, code, clock.now(), account.second_factor_step);
    if (step === undefined) throw accountErrors.SECOND_FACTOR_WRONG();
    await accountTables(trx)
      .updateTable('platform.account')
      .set({ second_factor_confirmed: true, second_factor_step: step })
      .where('id', '=', actor.accountId)
      .execute();
    await accountTables(trx)
      .updateTable('platform.session')
      .set({ limited_to: null })
      .where('id', '=', sessionId)
      .where('limited_to', '=', 'second-factor')
      .execute();
    await audit.write(trx, actor, { action: 'second-factor.enrol', subject: actor.login });
  });
}
