import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { StatusTag } from '../../components/StatusTag.tsx';
import { day, moment } from '../components/moments.ts';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { Awaited, Nothing } from '../components/states.tsx';
import { type DenseColumn, DenseTable } from '../list/DenseTable.tsx';
import { Pager } from '../list/Pager.tsx';
import { rulePagePath } from '../paths.ts';
import { automaticDecision, type ProposalView, useProposals, useWithdraw } from './api.ts';
import { DecideDialog } from './DecideDialog.tsx';
import { parameterText, proposalStates } from './words.ts';

interface ProposalsProps {
  rule?: string;
  state?: string;
  empty: string;
  cursor: string | undefined;
  onGo: (cursor: string | undefined) => void;
}

/** Proposals with what became of each, and the acts open to the reader: to decide another's, to withdraw one's own. */
export function Proposals({ rule, state, empty, cursor, onGo }: ProposalsProps) {
  const proposals = useProposals({
    ...(rule && { rule }),
    ...(state && { state }),
    ...(cursor && { cursor }),
    limit: 20,
  });
  const withdraw = useWithdraw();
  const [deciding, setDeciding] = useState<ProposalView>();
  return (
    <>
      <ProblemNotice error={withdraw.error} />
      <Awaited query={proposals} what="提议" lines={5}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Nothing title={empty} />
          ) : (
            <>
              <DenseTable
                caption="提议"
                columns={columnsOf(rule === undefined, setDeciding, (id) => withdraw.mutate(id))}
                rows={items}
                rowKey={(item) => item.id}
              />
              <Pager
                shown={items.length}
                total={undefined}
                cursor={cursor}
                nextCursor={nextCursor}
                onGo={onGo}
              />
            </>
          )
        }
      </Awaited>
      {deciding && <DecideDialog proposal={deciding} onClose={() => setDeciding(undefined)} />}
    </>
  );
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
          {Object.keys(item.parameters).length > 0 && <small>{parameterText(item.parameters)}</small>}
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
    return (
      <Popconfirm
        title="撤回后须重新提议"
        okText="撤回"
        cancelText="取消"
        onConfirm={() => onWithdraw(item.id)}
      >
        <Button size="small">撤回</Button>
      </Popconfirm>
    );
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
