import type { BusinessDefinition } from './definition.ts';

/** Roles whose parties each confirm what is applied for. */
export const confirmingRoles = ({ parties }: Pick<BusinessDefinition, 'parties'>): ReadonlySet<string> =>
  new Set(parties.filter((role) => role.confirms).map((role) => role.role));

/** Roles that say something in a case: who plays one agrees to what is applied for. The others are only named in it. */
export const agreeingRoles = ({ parties }: Pick<BusinessDefinition, 'parties'>): ReadonlySet<string> =>
  new Set(parties.filter((role) => role.confirms || role.opens).map((role) => role.role));
