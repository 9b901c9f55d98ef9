import Type from 'typebox';
import { dataFile } from '../../house/data-file.ts';
import type { Store } from '../../house/store.ts';

const Households = Type.Object({
  version: Type.Literal(1),
  households: Type.Array(
    Type.Object({
      members: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
      homes: Type.Integer({ minimum: 0 }),
    }),
  ),
});

/** The tax bureau's own count of families' homes, from households.json and from the receipts it issued since. */
export interface Households {
  /** Homes of the family a person belongs to; a person in no file belongs to a family without any. */
  homesOf(idNumber: string): number;
  add(idNumber: string, homes: 1 | -1): void;
}

export function openHouseholds(dataFolder: string, store: () => Store): Households {
  const file = dataFile(dataFolder, 'households.json', Households);
  const familyOf = (idNumber: string) => file()?.households.find((each) => each.members.includes(idNumber));
  const keyOf = (idNumber: string) => familyOf(idNumber)?.members[0] ?? idNumber;
  const change = (idNumber: string) =>
    store().get<{ homes: number }>('homes-change', keyOf(idNumber))?.homes ?? 0;
  return {
    homesOf: (idNumber) => Math.max(0, (familyOf(idNumber)?.homes ?? 0) + change(idNumber)),
    add(idNumber, homes) {
      store().put('homes-change', keyOf(idNumber), { homes: change(idNumber) + homes });
    },
  };
}
