import { newKey } from '../../api/client.ts';
import type { Situation } from '../../api/practice.ts';
import type { Typed } from '../../components/schema-form/fields.ts';
import type { ApplyDraft, PartyDraft } from '../apply/draft.ts';

type Application = Situation['application'];

/** A share as people write it; empty for none. */
export function shareWords({ share }: Application['parties'][number]): string {
  if (share === undefined) return '';
  return typeof share === 'string' ? share : `${share.numerator}/${share.denominator}`;
}

/** The application as if somebody had typed it on the portal. */
export function onlineDraft({ office, units, parties }: Application, typed: Typed): ApplyDraft {
  const byRole: Record<string, PartyDraft[]> = {};
  for (const party of parties) {
    const list = byRole[party.role] ?? [];
    byRole[party.role] = list;
    const { name, idType, idNumber } = party;
    list.push({ key: newKey(), name, idType, idNumber, share: shareWords(party) });
  }
  return { units: units.map((code) => ({ code, office })), parties: byRole, typed, changed: true };
}

/** The same as if a clerk had typed it at the counter. */
export function counterDraft({ office, units, parties }: Application, typed: Typed) {
  return {
    office,
    units,
    parties: parties.map((party) => ({
      key: newKey(),
      role: party.role,
      name: party.name,
      idType: party.idType,
      idNumber: party.idNumber,
      share: shareWords(party),
    })),
    typed,
  };
}
