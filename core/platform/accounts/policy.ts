import type { Database } from '../database/tables.ts';

export interface SignInPolicy {
  /** Wrong passwords in a row until the login is locked. */
  failures: number;
  lockMinutes: number;
  /** A session ends after this long however busy it is. */
  sessionHours: number;
}

const standard: SignInPolicy = { failures: 5, lockMinutes: 15, sessionHours: 12 };

/** Name of the setting a security administrator changes. */
export const signInPolicySetting = 'accounts.sign-in';

/** The policy in force; what the setting does not say is as the product ships it. */
export async function signInPolicy(database: Database): Promise<SignInPolicy> {
  const row = await database
    .selectFrom('platform.setting')
    .select('value')
    .where('name', '=', signInPolicySetting)
    .executeTakeFirst();
  return { ...standard, ...(row?.value as Partial<SignInPolicy> | undefined) };
}
