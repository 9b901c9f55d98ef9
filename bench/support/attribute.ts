import type { Written } from './recording.ts';

/** Columns whose value belongs to one case only, so that a transaction that names it belongs to that case too. */
const ownColumns = ['id', 'order_no', 'declaration_no', 'message_no', 'charge_no', 'name_sealed'];
const caseNumber = /\b\d{20}\b/;
const dealKey = /\bdeal-\d+\b/;

export interface Attributed {
  /** Transactions by case, each in order. */
  cases: Written[][];
  /** What belongs to no case: timers, sealing of the audit, sequencing of the evidence. */
  background: Written[];
}

/** Tells which case each transaction belongs to, by the numbers it writes and by what earlier transactions of the case wrote. */
export function attribute(transactions: readonly Written[]): Attributed {
  const owners = new Map<string, string>();
  const cases = new Map<string, Written[]>();
  const background: Written[] = [];
  for (const transaction of transactions) {
    const owner = ownerOf(transaction, owners);
    if (owner === undefined) {
      background.push(transaction);
      continue;
    }
    const root = owners.get(owner) ?? owner;
    for (const { values } of transaction.changes) {
      for (const column of ownColumns) {
        const value = values.get(column);
        if (value !== undefined && value !== 'null') owners.set(value, root);
      }
    }
    cases.set(root, [...(cases.get(root) ?? []), transaction]);
  }
  return { cases: [...cases.values()], background };
}

/** Several cases in one transaction: background work that serves them all. */
function ownerOf({ changes }: Written, owners: ReadonlyMap<string, string>): string | undefined {
  const found = new Set<string>();
  for (const { table, values } of changes) {
    if (table.startsWith('evidence.') && !table.endsWith('leaf') && !table.endsWith('pending'))
      return undefined;
    if (table === 'platform.audit_seal') return undefined;
    for (const [column, value] of values) {
      const known = owners.get(value);
      if (known && ownColumns.includes(column)) found.add(known);
      const number = caseNumber.exec(value)?.[0] ?? dealKey.exec(value)?.[0];
      if (number) found.add(number);
    }
  }
  const [first] = found;
  return first;
}
