import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Business } from '../../api/businesses.ts';
import { newKey } from '../../api/client.ts';
import { type FoundContract, findContract } from '../../api/contracts.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { Panel } from '../components/Panel.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import type { PartyRow } from './party-row.ts';

type Contract = NonNullable<FoundContract['contract']>;

interface Props {
  business: Business;
  office: string;
  onFound: (contract: Contract) => void;
}

const words = { found: '已带入', 'not-found': '没有找到', unverified: '未核验' } as const;

/** 网签备案: a filed contract fills the application in by its number (REG-ACC-06, ONL-HCD-03). */
export function ContractPanel({ business, office, onFound }: Props) {
  const [number, setNumber] = useState('');
  const finding = useMutation({
    mutationFn: () => findContract({ business: business.code, office, number: number.trim() }),
    onSuccess: ({ contract }) => contract && onFound(contract),
  });
  const ready = number.trim().length >= 4 && office !== '';
  return (
    <Panel title="网签备案">
      <div className="desk-row">
        <Input
          aria-label="网签合同编号"
          placeholder="合同编号，按备案信息带入不动产、价款和双方"
          style={{ width: 420 }}
          maxLength={64}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
          onPressEnter={(event) => {
            // Enter asks for the contract; it does not open the case.
            event.preventDefault();
            if (ready) finding.mutate();
          }}
        />
        <Button disabled={!ready} loading={finding.isPending} onClick={() => finding.mutate()}>
          带入
        </Button>
        <span aria-live="polite">
          {finding.data && (
            <>
              <StatusTag kind={finding.data.outcome === 'found' ? 'done' : 'waiting'}>
                {words[finding.data.outcome]}
              </StatusTag>{' '}
              {finding.data.text}
            </>
          )}
        </span>
      </div>
      <ProblemNotice error={finding.error} />
    </Panel>
  );
}

/** Rows with the sides of the contract in place of those of the same roles. */
export function withSides(rows: readonly PartyRow[], { parties }: Contract): PartyRow[] {
  const roles = new Set(parties.map(({ role }) => role));
  return [
    ...rows.filter(({ role }) => !roles.has(role)),
    ...parties.map((party) => ({ ...party, key: newKey(), share: '' })),
  ];
}
