import { useState } from 'react';
import type { Business } from '../../api/businesses.ts';
import { useChangeCase, useOpenCase } from '../../api/cases.ts';
import { type ApiProblem, asProblem } from '../../api/problem.ts';
import type { CaseView } from '../../api/types.ts';
import { readForm } from '../../components/schema-form/values.ts';
import type { ApplyDraft } from './draft.ts';
import { partyInputs } from './parties.ts';

/** Opens the case at first, changes it afterwards; sends nothing when the server has it all. */
export function useSaveCase(
  business: Business,
  view: CaseView | undefined,
  draft: ApplyDraft,
  update: (change: Partial<ApplyDraft>) => void,
) {
  const opening = useOpenCase();
  const changing = useChangeCase(view?.caseNo ?? '');
  const [problem, setProblem] = useState<ApiProblem>();

  const send = async (): Promise<CaseView> => {
    const form = readForm(business.form, draft.typed).value;
    const parties = partyInputs(business.parties, draft.parties);
    if (!view) {
      return opening.mutateAsync({
        business: business.code,
        office: draft.units[0]?.office ?? '',
        units: draft.units.map((unit) => unit.code),
        parties,
        form,
        channel: 'online',
      });
    }
    if (!draft.changed) return view;
    const masked = Object.values(draft.parties).some((list) => list.some((party) => party.masked));
    return changing.mutateAsync({ form, ...(!masked && { parties }), version: view.version });
  };

  const save = async (): Promise<CaseView | undefined> => {
    setProblem(undefined);
    try {
      const saved = await send();
      update({ caseNo: saved.caseNo, changed: false });
      return saved;
    } catch (error) {
      setProblem(asProblem(error));
      return undefined;
    }
  };
  return { save, problem, busy: opening.isPending || changing.isPending, reset: () => setProblem(undefined) };
}
