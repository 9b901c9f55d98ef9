import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Business } from '../../api/businesses.ts';
import { newKey } from '../../api/client.ts';
import { type FoundContract, findContract } from '../../api/contracts.ts';
import { useOffices } from '../../api/offices.ts';
import { asProblem } from '../../api/problem.ts';
import { Button } from '../../components/Button.tsx';
import { SelectField, TextField } from '../../components/Field.tsx';
import { ProblemPanel } from '../../components/ProblemPanel.tsx';
import { StatusTag } from '../../components/StatusTag.tsx';
import styles from './apply.module.css';
import type { ApplyDraft } from './draft.ts';

interface Props {
  business: Business;
  draft: ApplyDraft;
  onChange: (change: Partial<ApplyDraft>) => void;
}

/** Home, price and both sides of a contract that is filed already, filled in by its number; all of it may be changed (ONL-HCD-03). */
export function ContractPrefill({ business, draft, onChange }: Props) {
  const offices = useOffices();
  const [number, setNumber] = useState('');
  const [chosen, setChosen] = useState('');
  const office = chosen || draft.units[0]?.office || offices.data?.[0]?.code || '';
  const finding = useMutation({
    mutationFn: () => findContract({ business: business.code, office, number: number.trim() }),
    onSuccess: (found) => {
      const change = filledIn(found, draft, office);
      if (change) onChange(change);
    },
  });
  const found = finding.data;
  return (
    <details className={styles.more}>
      <summary>合同已经网签备案？按合同编号带入</summary>
      <div className="stack">
        <TextField
          label="网签合同编号"
          hint="不动产、价款、双方当事人由住房城乡建设部门的备案信息带入，可以修改"
          value={number}
          onChange={setNumber}
          maxLength={64}
        />
        {(offices.data?.length ?? 0) > 1 && (
          <SelectField
            label="登记机构"
            value={office}
            onChange={setChosen}
            options={(offices.data ?? []).map(({ code, name }) => ({ value: code, title: name }))}
          />
        )}
        <div className="row">
          <Button
            disabled={number.trim().length < 4}
            busy={finding.isPending}
            onClick={() => finding.mutate()}
          >
            带入
          </Button>
        </div>
        {finding.error && <ProblemPanel problem={asProblem(finding.error)} />}
        <p aria-live="polite">
          {found && (
            <>
              <StatusTag kind={found.outcome === 'found' ? 'done' : 'waiting'}>
                {{ found: '已带入', 'not-found': '没有找到', unverified: '未核验' }[found.outcome]}
              </StatusTag>{' '}
              {found.text}
            </>
          )}
        </p>
      </div>
    </details>
  );
}

/** What the contract says, in the places of the application; shares are for the people to agree on. */
export function filledIn(
  { contract }: FoundContract,
  draft: ApplyDraft,
  office: string,
): Partial<ApplyDraft> | undefined {
  if (!contract) return undefined;
  const parties: ApplyDraft['parties'] = { ...draft.parties };
  for (const role of new Set(contract.parties.map((party) => party.role)))
    parties[role] = contract.parties
      .filter((party) => party.role === role)
      .map(({ name, idType, idNumber }) => ({ key: newKey(), name, idType, idNumber, share: '' }));
  return {
    units: [{ code: contract.unit, office }],
    parties,
    typed: { ...draft.typed, price: contract.price, contractNumber: contract.number },
  };
}
