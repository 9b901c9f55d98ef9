import type { RoleCode } from '@hengchan/platform';
import { chanceOf, topics } from './chance.ts';
import { personName } from './names.ts';

export interface StaffMember {
  readonly role: RoleCode;
  /** From 1, where a role has several. */
  readonly ordinal: number;
  readonly name: string;
}

/** How many hold each role at the main office. */
const atMainOffice: readonly (readonly [RoleCode, number])[] = [
  ['acceptor', 2],
  ['reviewer', 2],
  ['approver', 2],
  ['enforcement-clerk', 1],
  ['certificate-clerk', 1],
  ['cashier', 1],
  ['archivist', 1],
  ['surveyor', 1],
  ['hall-manager', 1],
  ['supervisor', 1],
  ['inspector', 1],
  ['business-manager', 2],
  ['system-admin', 1],
  ['security-admin', 1],
  ['audit-admin', 1],
  ['data-officer', 1],
];
const elsewhere: readonly (readonly [RoleCode, number])[] = [
  ['acceptor', 1],
  ['reviewer', 1],
  ['approver', 1],
  ['enforcement-clerk', 1],
];

/** The people who work at an office. */
export function staffOf(seed: number, office: string, main: boolean): readonly StaffMember[] {
  return (main ? atMainOffice : elsewhere).flatMap(([role, count], place) =>
    Array.from({ length: count }, (_, at) => {
      const chance = chanceOf(seed, topics.staff, Number(office), place, at);
      const name = personName(chance, chance.percent(50) ? 'male' : 'female');
      return { role, ordinal: at + 1, name };
    }),
  );
}
