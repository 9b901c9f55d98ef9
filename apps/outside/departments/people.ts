import { checkIdNumber } from '@hengchan/standards';
import Type, { type Static } from 'typebox';

/** Layouts of the data files: docs/protocols/90-data-files.md. */
export const Population = Type.Object({
  version: Type.Literal(1),
  people: Type.Array(
    Type.Object({
      name: Type.String({ minLength: 1 }),
      idNumber: Type.String({ minLength: 1 }),
      sex: Type.Optional(Type.Enum(['男', '女'])),
      address: Type.Optional(Type.String()),
      status: Type.Optional(Type.Enum(['normal', 'deceased'])),
      bornOn: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
    }),
  ),
});

export const Marriages = Type.Object({
  version: Type.Literal(1),
  marriages: Type.Array(
    Type.Object({
      spouses: Type.Array(Type.Object({ name: Type.String(), idNumber: Type.String() }), {
        minItems: 2,
        maxItems: 2,
      }),
      status: Type.Enum(['married', 'divorced', 'widowed']),
      registeredOn: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
      certificateNo: Type.String({ minLength: 1 }),
    }),
  ),
});

export const Enterprises = Type.Object({
  version: Type.Literal(1),
  enterprises: Type.Array(
    Type.Object({
      name: Type.String({ minLength: 1 }),
      creditCode: Type.String({ minLength: 18, maxLength: 18 }),
      kind: Type.Optional(Type.String()),
      legalRepresentative: Type.Optional(Type.String()),
      establishedOn: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
      address: Type.Optional(Type.String()),
      status: Type.Optional(Type.Enum(['active', 'cancelled', 'revoked'])),
    }),
  ),
});

export type Person = Static<typeof Population>['people'][number];
export type Marriage = Static<typeof Marriages>['marriages'][number];
export type Enterprise = Static<typeof Enterprises>['enterprises'][number];

/**
 * Without a population file every well-formed number of the synthetic years 1901 to 1909 counts as that person's,
 * so that a first try works; no number a living person could have ever does.
 */
export function isSyntheticPerson(idNumber: string): boolean {
  return checkIdNumber(idNumber).valid && /^\d{6}190[1-9]/.test(idNumber);
}
