import type { Platform } from '@hengchan/platform';
import { cityOf, readRecord } from '../seed/record.ts';
import { type DemonstrationAccount, planAccounts } from './plan-accounts.ts';

/** The demonstration's accounts, found by the identity a register shows. */
export interface Directory {
  readonly accounts: readonly DemonstrationAccount[];
  /** Identity of a person or body with the account that acts for it, by blind index. */
  find(idIndex: string): { readonly account: DemonstrationAccount; readonly idNumber: string } | undefined;
  /** Blind indexes of those who may hold homes: citizens and companies, not banks and developers. */
  readonly ownerIndexes: readonly string[];
}

const empty: Directory = { accounts: [], find: () => undefined, ownerIndexes: [] };

/** Works out the accounts from what the database remembers of its city; nobody where there is none. */
export function makeDirectory({ database, cipher }: Platform): () => Promise<Directory> {
  let made: Directory | undefined;
  return async () => {
    if (made) return made;
    const record = await readRecord(database);
    if (!record) return empty;
    const accounts = planAccounts(cityOf(record));
    const byIndex = new Map<string, { account: DemonstrationAccount; idNumber: string }>();
    for (const account of accounts) {
      const shown = account.organisation ?? account.identity;
      if (!shown) continue;
      const index = cipher.index(shown.idNumber);
      if (!byIndex.has(index)) byIndex.set(index, { account, idNumber: shown.idNumber });
    }
    const owns = ({ kind, organisation }: DemonstrationAccount) =>
      kind === 'person' || organisation?.kind === 'company';
    made = {
      accounts,
      find: (index) => byIndex.get(index),
      ownerIndexes: [...byIndex].filter(([, { account }]) => owns(account)).map(([index]) => index),
    };
    return made;
  };
}
