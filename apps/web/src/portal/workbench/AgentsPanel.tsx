import { useState } from 'react';
import { useBusinesses } from '../../api/businesses.ts';
import { type Agent, useAgents, useWithdrawAgent } from '../../api/institution.ts';
import { asProblem } from '../../api/problem.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorState } from '../../components/ErrorState.tsx';
import { Loading } from '../../components/Loading.tsx';
import { ProblemPanel } from '../../components/ProblemPanel.tsx';
import { StatusTag } from '../../components/StatusTag.tsx';
import { DateText } from '../../components/text.tsx';
import { type Column, Table } from '../list/Table.tsx';
import styles from './workbench.module.css';

/** Who acts for the institution, for what; taken away at once (ONL-USR-04). */
export default function AgentsPanel() {
  const agents = useAgents();
  const businesses = useBusinesses();
  const withdrawing = useWithdrawAgent();
  const [asked, setAsked] = useState<Agent>();
  if (agents.isPending) return <Loading what="经办人" />;
  if (agents.isError) return <ErrorState problem={agents.error} onRetry={() => void agents.refetch()} />;
  const scope = ({ businesses: codes }: Agent) =>
    codes.includes('*')
      ? '全部业务'
      : codes.map((code) => businesses.data?.find((each) => each.code === code)?.name ?? code).join('、');
  const withdraw = (agent: Agent) =>
    withdrawing.mutate(agent.account, { onSuccess: () => setAsked(undefined) });
  const columns: Column<Agent>[] = [
    {
      title: '经办人',
      heads: true,
      render: ({ name, login }) => (
        <>
          {name}
          <small>{login}</small>
        </>
      ),
    },
    { title: '可办业务', render: scope },
    { title: '授权时间', render: ({ grantedAt }) => <DateText value={grantedAt} /> },
    {
      title: '状态',
      render: ({ withdrawnAt, isYou }) =>
        withdrawnAt ? (
          <StatusTag kind="neutral">
            已于 <DateText value={withdrawnAt} time /> 撤销
          </StatusTag>
        ) : (
          <StatusTag kind="done">{isYou ? '有效（您本人）' : '有效'}</StatusTag>
        ),
    },
    {
      title: '办理',
      render: (agent) =>
        !agent.withdrawnAt &&
        !agent.isYou && (
          <Button kind="danger" onClick={() => setAsked(agent)}>
            撤销授权
          </Button>
        ),
    },
  ];
  return (
    <>
      <p className={`secondary ${styles.lead}`}>
        新增经办人，请携授权委托书到登记机构办理；撤销在这里办，立即生效。
      </p>
      <Table
        caption="经办人"
        columns={columns}
        rows={agents.data}
        rowKey={({ account, grantedAt }) => `${account} ${grantedAt}`}
      />
      {asked && (
        <Dialog title={`撤销${asked.name}的授权`} onClose={() => setAsked(undefined)}>
          {withdrawing.error && <ProblemPanel problem={asProblem(withdrawing.error)} focus />}
          <p>
            撤销后，{asked.name}立即不能再以贵机构名义查看和办理；已发起的办件不受影响，由其他经办人继续。
          </p>
          <div className="row">
            <Button kind="danger" busy={withdrawing.isPending} onClick={() => withdraw(asked)}>
              撤销授权
            </Button>
            <Button onClick={() => setAsked(undefined)}>返回</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
