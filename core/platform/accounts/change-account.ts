import type { Actor } from '../access/actor.ts';
import type { Platform } from '../platform.ts';
import { accountErrors } from './errors.ts';
import { endSessions } from './sessions.ts';
import { accountTables } from './tables.ts';

type ChangeParts = Pick<Platform, 'database' | 'clock' | 'cipher' | 'access' | 'audit'>;

export interface AccountChange {
  name?: string | undefined;
  /** Disabling ends every session at once. */
  status?: 'enabled' | 'disabled' | undefined;
  backgroundChecked?: boolean | undefined;
}

/**
 * Changes an account. Throws BACKGROUND_CHECK_MISSING for staff who would be enabled without one;
 * taking the mark away disables. Row SEC-PRV-05.
 */
export async function changeAccount(
  platform: ChangeParts,
  actor: Actor,
  id: string,
  change: AccountChange,
): Promise<void> {
  platform.access.require(actor, 'account.manage');
  const { database, clock, cipher, audit } = platform;
  await database.transaction().execute(async (trx) => {
    const account = await accountTables(trx)
      .selectFrom('platform.account')
      .select(['login', 'kind', 'status', 'background_checked'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (account === undefined) throw accountErrors.ACCOUNT_NOT_FOUND();
    const checked = change.backgroundChecked ?? account.background_checked;
    const mayWork = account.kind !== 'staff' || checked;
    if (change.status === 'enabled' && !mayWork) throw accountErrors.BACKGROUND_CHECK_MISSING();
    const status = mayWork ? (change.status ?? account.status) : 'disabled';
    await accountTables(trx)
      .updateTable('platform.account')
      .set({
        background_checked: checked,
        status,
        ...(change.name === undefined
          ? {}
          : { name_sealed: cipher.seal(change.name), name_index: cipher.index(change.name) }),
      })
      .where('id', '=', id)
      .execute();
    if (status === 'disabled') await endSessions(trx, clock.now(), actor.accountId, { account: id });
    await audit.write(trx, actor, {
      action: 'account.change',
      subject: account.login,
      detail: { status, backgroundChecked: checked, renamed: change.name !== undefined },
    });
  });
}
