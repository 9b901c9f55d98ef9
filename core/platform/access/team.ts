import type { Database } from '../database/tables.ts';

/** Throws unless the account stands on the list of those who run the platform. Asked inside the transaction that grants. */
export type TeamKeeper = (trx: Database, account: string) => Promise<void>;

/** The question before somebody is made an administrator. Row SEC-PRV-04. */
export interface Team {
  require(trx: Database, account: string): Promise<void>;
  /** The room that keeps the list says so here; a platform put together without it has no list to stand on. */
  askWith(keeper: TeamKeeper): void;
}

export function makeTeam(): Team {
  let keeper: TeamKeeper | undefined;
  return {
    askWith(asked) {
      keeper = asked;
    },
    async require(trx, account) {
      await keeper?.(trx, account);
    },
  };
}
