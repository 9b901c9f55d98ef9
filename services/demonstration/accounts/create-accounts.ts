import { createAccount, type Platform, Problem, systemActor } from '@hengchan/platform';
import type { DemonstrationAccount } from './plan-accounts.ts';

/** Passwords are hashed by threads beside this one; more at once than there are threads gains nothing. */
const atATime = 4;

/** Creates the accounts that are not there yet. Returns how many were. */
export async function createAccounts(
  platform: Platform,
  accounts: readonly DemonstrationAccount[],
): Promise<number> {
  const waiting = accounts.values();
  let created = 0;
  const work = async () => {
    for (const account of waiting) created += (await create(platform, account)) ? 1 : 0;
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return created;
}

async function create(platform: Platform, account: DemonstrationAccount): Promise<boolean> {
  const { login, password, name, kind, roles, identity, organisation } = account;
  try {
    await createAccount(platform, systemActor, {
      login,
      password,
      name,
      kind,
      backgroundChecked: kind === 'staff',
      roles: roles.map((grant) => ({ ...grant, purpose: '演示' })),
      ...(identity ? { idType: identity.idType, idNumber: identity.idNumber } : {}),
      ...(organisation ? { organisation } : {}),
    });
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === 'LOGIN_TAKEN') return false;
    throw error;
  }
}
