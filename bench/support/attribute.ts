import type { Written } from './recording.ts';

/** Columns whose value belongs to one case only, so that a transaction that names it belongs to that case too. */
const ownColumns = ['id', 'order_no', 'declaration_no', 'message_no', 'charge_no'];
const caseNumber = /(?<!\d)\d{20}/;
/** The label of the client's requests: all of a deal are about one case. */
const dealLabel = /\bdeal-\d+\b/;
/** Tables that only background work writes, for many cases at a time. */
const backgroundTables = /^(platform\.(audit_seal|timer)|evidence\.(position|node|log|checkpoint))$/;

export interface Attributed {
  /** Transactions by case, each in order. */
  cases: Written[][];
  /** What belongs to no case: timers, sealing of the audit, sequencing of the evidence. */
  background: Written[];
}

/** Tells which case each transaction belongs to, by the numbers it writes and by what earlier transactions of the case wrote. */
export function attribute(transactions: readonly Written[]): Attributed {
  const owners = new Map<string, string>();
  for (const transaction of transactions) {
    const [number, label] = [find(transaction, caseNumber), find(transaction, dealLabel)];
    if (number !== undefined && label !== undefined) owners.set(label, number);
  }
  const cases = new Map<string, Written[]>();
  const background: Written[] = [];
  for (const transaction of transactions) {
    const owner = ownerOf(transaction, owners);
    if (owner === undefined) {
      background.push(transaction);
      continue;
    }
    for (const value of ownValues(transaction)) owners.set(value, owner);
    const own = cases.get(owner) ?? [];
    own.push(transaction);
    cases.set(owner, own);
  }
  return { cases: [...cases.values()], background };
}

function ownerOf(transaction: Written, owners: ReadonlyMap<string, string>): string | undefined {
  if (transaction.changes.some(({ table }) => backgroundTables.test(table))) return undefined;
  const number = find(transaction, caseNumber);
  if (number !== undefined) return number;
  const label = find(transaction, dealLabel);
  if (label !== undefined) return owners.get(label) ?? label;
  return ownValues(transaction)
    .map((value) => owners.get(value))
    .find((owner) => owner !== undefined);
}

const ownValues = ({ changes }: Written): string[] =>
  changes.flatMap(({ values }) =>
    ownColumns.flatMap((column) => {
      const value = values.get(column);
      return value === undefined || value === 'null' ? [] : [value];
    }),
  );

function find({ changes }: Written, pattern: RegExp): string | undefined {
  for (const { values } of changes) {
    for (const value of values.values()) {
      const found = pattern.exec(value)?.[0];
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
