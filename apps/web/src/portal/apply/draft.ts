import { useCallback, useRef, useState } from 'react';
import type { Business, PartyRole } from '../../api/businesses.ts';
import { newKey } from '../../api/client.ts';
import type { CaseView, UnitSummary } from '../../api/types.ts';
import { readDraft, removeDraft, writeDraft } from '../../app/drafts.ts';
import type { Typed } from '../../components/schema-form/fields.ts';
import { typedOf } from '../../components/schema-form/values.ts';

export interface PartyDraft {
  /** Of this page only: keeps the inputs of one person together while others come and go. */
  key: string;
  name: string;
  idType: string;
  idNumber: string;
  share: string;
  /** Known to the server, which shows the number masked: to change anybody, the number is typed again. */
  masked?: boolean;
}

export interface UnitChoice {
  code: string;
  office: string;
  location?: string;
  holders?: string[];
}

export interface ApplyDraft {
  units: UnitChoice[];
  /** By role. */
  parties: Record<string, PartyDraft[]>;
  typed: Typed;
  /** The case once opened on the server. */
  caseNo?: string;
  /** Typed since the server last had it. */
  changed: boolean;
}

export function newParty(idType: string): PartyDraft {
  return { key: newKey(), name: '', idType, idNumber: '', share: '' };
}

/** Those of a role: where somebody is needed and nobody is named yet, one to fill in. */
export function partiesOf(draft: ApplyDraft, role: PartyRole, idType: string): PartyDraft[] {
  const known = draft.parties[role.role];
  if (known) return known;
  return role.minimum > 0 ? [{ ...newParty(idType), key: `first-${role.role}` }] : [];
}

export function emptyDraft(unit?: UnitChoice): ApplyDraft {
  return { units: unit ? [unit] : [], parties: {}, typed: {}, changed: false };
}

export function unitChoice(unit: UnitSummary): UnitChoice {
  return { code: unit.code, office: unit.office, location: unit.location, holders: unit.holders };
}

/** To go on with a case begun elsewhere: everything but the full identity numbers, which the server keeps to itself. */
export function draftFromCase(view: CaseView, business: Business): ApplyDraft {
  const parties: Record<string, PartyDraft[]> = {};
  for (const party of view.parties) {
    const list = parties[party.role] ?? [];
    parties[party.role] = list;
    list.push({
      key: String(party.ordinal),
      name: party.name,
      idType: party.idType,
      idNumber: party.idNumber,
      share: party.share ? `${party.share.numerator}/${party.share.denominator}` : '',
      masked: true,
    });
  }
  return {
    units: view.units.map((unit) => ({ code: unit.code, office: view.office, location: unit.location })),
    parties,
    typed: typedOf(business.form, view.form),
    caseNo: view.caseNo,
    changed: false,
  };
}

export const draftName = (businessCode: string): string => `apply.${businessCode}`;

/** The draft of this account for this business, written to the device at every change. */
export function useDraft(accountId: string, businessCode: string, start: () => ApplyDraft, fresh: boolean) {
  const name = draftName(businessCode);
  const [draft, setDraft] = useState<ApplyDraft>(
    () => (fresh ? undefined : readDraft<ApplyDraft>(accountId, name)) ?? start(),
  );
  const latest = useRef(draft);
  // Written before the page is drawn again, so that whoever reads the draft next reads this one.
  const update = useCallback(
    (change: Partial<ApplyDraft>) => {
      latest.current = { ...latest.current, changed: true, ...change };
      writeDraft(accountId, name, latest.current);
      setDraft(latest.current);
    },
    [accountId, name],
  );
  const discard = useCallback(() => removeDraft(accountId, name), [accountId, name]);
  return { draft, update, discard };
}
