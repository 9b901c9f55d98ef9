import { useEffect, useState } from 'react';
import type { Business } from '../../api/businesses.ts';
import { useOpenCase } from '../../api/cases.ts';
import { newKey } from '../../api/client.ts';
import { asProblem } from '../../api/problem.ts';
import type { CaseView } from '../../api/types.ts';
import { readDraft, removeDraft, writeDraft } from '../../app/drafts.ts';
import { useSession } from '../../app/session-context.ts';
import type { Typed } from '../../components/schema-form/fields.ts';
import { readForm } from '../../components/schema-form/values.ts';
import { useOwnOffices } from '../use-own-offices.ts';
import { faultsOfRoles, faultsOfRow, type PartyRow, partiesOf } from './party-row.ts';

interface Draft {
  office: string;
  units: string[];
  parties: PartyRow[];
  typed: Typed;
}

/** A line for a party, its document the usual one of its kind. */
export function newPartyRow(business: Business, role: string): PartyRow {
  const found = business.parties.find((party) => party.role === role);
  const body = /机关|抵押权人|银行/.test(found?.title ?? '') || !(found?.kinds.includes('person') ?? true);
  const idType = body ? '8' : '1';
  return { key: newKey(), role, name: '', idType, idNumber: '', share: '' };
}

function emptyDraft(business: Business, office: string): Draft {
  const parties = business.parties.flatMap((role) =>
    Array.from({ length: Math.max(role.minimum, 0) }, () => newPartyRow(business, role.role)),
  );
  return { office, units: [], parties, typed: {} };
}

/** Everything typed for a case at the counter, kept on this device until the case is opened. */
export function useAcceptance(business: Business, onOpened: (view: CaseView) => void) {
  const { user } = useSession();
  const account = user?.accountId ?? '';
  const thing = `desk-acceptance.${business.code}`;
  const offices = useOwnOffices();
  const [draft, setDraft] = useState<Draft>(
    () => readDraft<Draft>(account, thing) ?? emptyDraft(business, offices[0]?.code ?? ''),
  );
  const [tried, setTried] = useState(false);
  const opening = useOpenCase();

  useEffect(() => writeDraft(account, thing, draft), [account, thing, draft]);

  const form = readForm(business.form, draft.typed);
  const faults = [
    ...(draft.office === '' ? ['请选择登记机构'] : []),
    ...unitFaults(business, draft.units),
    ...faultsOfRoles(business.parties, draft.parties),
    ...draft.parties.flatMap((row) => faultsOfRow(row).map((fault) => fault.message)),
    ...Object.values(form.errors),
  ];
  const problem = opening.error ? asProblem(opening.error) : undefined;

  const open = () => {
    setTried(true);
    if (faults.length > 0) return;
    opening.mutate(
      {
        business: business.code,
        office: draft.office,
        units: draft.units,
        parties: partiesOf(inOrderOfRoles(business, draft.parties)),
        form: form.value,
        channel: 'counter',
      },
      {
        onSuccess: (view) => {
          removeDraft(account, thing);
          onOpened(view);
        },
      },
    );
  };

  return {
    draft,
    change: (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })),
    reset: () => {
      opening.reset();
      setTried(false);
      setDraft(emptyDraft(business, draft.office));
    },
    offices,
    open,
    busy: opening.isPending,
    faults: tried ? faults : [],
    formErrors: { ...servedUnder(problem?.errors, '/form/', '.'), ...(tried ? form.errors : {}) },
    partyErrors: servedUnder(problem?.errors, '/parties/', '/'),
    problem,
  };
}

function unitFaults(business: Business, units: readonly string[]): string[] {
  const { minimum, maximum } = business.units ?? { minimum: 1, maximum: 200 };
  if (units.length < minimum) return [minimum === 1 ? '请选择不动产单元' : `不动产单元至少 ${minimum} 个`];
  return units.length > maximum ? [`不动产单元最多 ${maximum} 个`] : [];
}

/** Lines in the order the business names its roles: so they stand on every paper that follows. */
function inOrderOfRoles(business: Business, rows: readonly PartyRow[]): PartyRow[] {
  return business.parties.flatMap(({ role }) => rows.filter((row) => row.role === role));
}

/** Messages of the server below a place, by what follows it. */
function servedUnder(
  errors: { path: string; message: string }[] | undefined,
  prefix: string,
  separator: string,
) {
  return Object.fromEntries(
    (errors ?? [])
      .filter(({ path }) => path.startsWith(prefix))
      .map(({ path, message }) => [path.slice(prefix.length).replaceAll('/', separator), message]),
  );
}
