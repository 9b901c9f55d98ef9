import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { StatusTag } from '../../components/StatusTag.tsx';
import type { Paging } from '../../list/use-list.ts';
import { ConfirmButton } from '../components/ConfirmButton.tsx';
import { day, moment } from '../components/moments.ts';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { Rows } from '../list/Rows.tsx';
import { rulePagePath } from '../paths.ts';
import { automaticDecision, type ProposalView, useProposals, useWithdraw } from './api.ts';
import { DecideDialog } from './DecideDialog.tsx';
import { ParameterText } from './ParameterText.tsx';
import { proposalStates } from './words.ts';

interface ProposalsProps {
  /** Of one rule only; of the automatic list under its own name. */
  rule: string;
  paging: Paging;
}

/** What was proposed about one thing, inside its page. */
export function Proposals({ rule, paging }: ProposalsProps) {
  const { cursor } = paging;
  const query = useProposals({ rule, ...(cursor && { cursor }), limit: 20 });
  const { columns, error, dialog } = useProposalActs(false);
  return (
    <>
      <ProblemNotice error={error} />
      <Rows
        what="提议"
        query={query}
        columns={columns}
        rowKey={(item) => item.id}
        empty={{ title: '还没有提议' }}
        paging={paging}
      />
      {dialog}
    </>
  );
}

/** Columns with what became of each proposal and the acts open to the reader: to decide another's, to withdraw one's own. */
export function useProposalActs(named: boolean) {
  const withdraw = useWithdraw();
  const [deciding, setDeciding] = useState<ProposalView>();
  return {
    columns: columnsOf(named, setDeciding, (id) => withdraw.mutate(id)),
    error: withdraw.error,
    dialog: deciding && <DecideDialog proposal={deciding} onClose={() => setDeciding(undefined)} />,
  };
}

function columnsOf(
  named: boolean,
  onDecide: (proposal: ProposalView) => void,
  onWithdraw: (id: string) => void,
): DenseColumn<ProposalView>[] {
  const subject: DenseColumn<ProposalView> = {
    key: 'rule',
    title: '事项',
    width: '18%',
    render: (item) =>
      item.rule === automaticDecision ? (
        item.ruleTitle
      ) : (
        <Link to={rulePagePath(item.rule)}>{item.ruleTitle}</Link>
      ),
  };
  return [
    ...(named ? [subject] : []),
    {
      key: 'scope',
      title: '范围',
      render: (item) => (
        <>
          {item.businessName}
          <small>{item.officeName}</small>
        </>
      ),
    },
    {
      key: 'setting',
      title: '设置',
      width: '14%',
      render: (item) => (
        <>
          {item.enabled ? '启用' : '停用'}
          {Object.keys(item.parameters).length > 0 && (
            <small>
              <ParameterText parameters={item.parameters} />
            </small>
          )}
          <small>{item.effectiveOn ? `${day(item.effectiveOn)}起` : '自批准时'}</small>
        </>
      ),
    },
    {
      key: 'proposed',
      title: '提议',
      width: '24%',
      render: (item) => (
        <>
          {item.reason}
          <small>
            {item.proposedBy}，{moment(item.proposedAt)}
          </small>
        </>
      ),
    },
    {
      key: 'decided',
      title: '决定',
      width: '22%',
      render: (item) => (
        <>
          <StatusTag kind={proposalStates[item.state].kind}>{proposalStates[item.state].word}</StatusTag>
          {item.note && <small>{item.note}</small>}
          {item.decidedAt && (
            <small>
              {item.decidedBy}，{moment(item.decidedAt)}
            </small>
          )}
        </>
      ),
    },
    {
      key: 'act',
      title: '办理',
      width: 100,
      render: (item) => <Act item={item} onDecide={onDecide} onWithdraw={onWithdraw} />,
    },
  ];
}

interface ActProps {
  item: ProposalView;
  onDecide: (proposal: ProposalView) => void;
  onWithdraw: (id: string) => void;
}

function Act({ item, onDecide, onWithdraw }: ActProps) {
  if (item.state !== 'waiting') return '—';
  if (item.isYours)
    return <ConfirmButton word="撤回" question="撤回后须重新提议" onConfirm={() => onWithdraw(item.id)} />;
  if (!item.mayDecide) return '待他人决定';
  return (
    <Button
      size="small"
      type="primary"
      aria-label={`决定${item.ruleTitle}的提议`}
      onClick={() => onDecide(item)}
    >
      决定
    </Button>
  );
}
