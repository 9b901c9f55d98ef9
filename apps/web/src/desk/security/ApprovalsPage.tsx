import { Button } from 'antd';
import { useSession } from '../../app/session-context.ts';
import { type StatusKind, StatusTag } from '../../components/StatusTag.tsx';
import { useList } from '../../list/use-list.ts';
import { ConfirmButton } from '../components/ConfirmButton.tsx';
import { moment } from '../components/moments.ts';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { type ApprovalView, type Items, useAct, useSecurity } from './api.ts';
import { FormDialog } from './FormDialog.tsx';
import { useDialog } from './use-dialog.ts';

const states: Record<ApprovalView['state'], { kind: StatusKind; word: string }> = {
  waiting: { kind: 'waiting', word: '待决定' },
  'in-force': { kind: 'done', word: '有效' },
  refused: { kind: 'blocked', word: '未批准' },
  withdrawn: { kind: 'blocked', word: '已收回' },
  expired: { kind: 'neutral', word: '已到期' },
};

const operations: Readonly<Record<string, { title: string; needs: string }>> = {
  'data-access': { title: '全量访问', needs: 'data.export' },
  'data-publish': { title: '公开', needs: 'data.export' },
  'data-disclose': { title: '披露', needs: 'data.export' },
  'data-use': { title: '另行利用', needs: 'data.export' },
  'data-transfer': { title: '转让或移交', needs: 'data.export' },
  'data-provide': { title: '向第三方提供', needs: 'data.export' },
  'data-retain': { title: '延长留存', needs: 'data.export' },
  'data-destroy': { title: '销毁', needs: 'data.destroy' },
  'bulk-export': { title: '大批量导出', needs: 'audit.export' },
  'document-share': { title: '对外提供受控文件', needs: 'document.keep' },
  'issue-disclose': { title: '对外提供漏洞信息', needs: 'issue.manage' },
};

/** 同意记录: what may be done with data, asked for by one person and decided by another. Rows SEC-PRV-01, SEC-SEP-03, SEC-SEP-04. */
export default function ApprovalsPage() {
  const list = useList({});
  const { can, user } = useSession();
  const approvals = useSecurity<Items<ApprovalView>>('approvals', { ...list.asked, limit: 50 });
  const withdraw = useAct();
  const dialog = useDialog<'request' | 'decide'>();
  const open = Object.entries(operations).filter(([, { needs }]) => can(needs));
  return (
    <>
      <ListPage
        title="同意记录"
        list={list}
        note="一人申请，另一人批准；到期或收回后即不可用"
        empty={{ title: '没有同意记录' }}
        query={approvals}
        columns={columnsOf({
          mine: user?.accountId,
          mayDecide: can('approval.decide'),
          onDecide: (id) => dialog.show('decide', id),
          onWithdraw: (id) => withdraw.mutate({ path: `approvals/${id}/withdrawal` }),
        })}
        rowKey={(approval) => approval.id}
        actions={
          open.length > 0 && (
            <Button type="primary" onClick={() => dialog.show('request')}>
              申请同意
            </Button>
          )
        }
      >
        <ProblemNotice error={withdraw.error} />
      </ListPage>
      {dialog.open?.name === 'request' && (
        <FormDialog
          title="申请同意"
          okText="提交申请"
          fields={[
            {
              name: 'operation',
              label: '处置',
              kind: 'choice',
              choices: Object.fromEntries(open.map(([code, { title }]) => [code, title])),
            },
            {
              name: 'subject',
              label: '对象',
              initial: '*',
              note: '全量填 *；大批量导出审计日志填 audit；销毁、留存填导出编号；漏洞填问题单编号；受控文件填其编号',
            },
            { name: 'purpose', label: '用途', kind: 'long' },
            { name: 'scope', label: '范围' },
            { name: 'recipient', label: '接收方', optional: true },
            { name: 'rowLimit', label: '最多条数', kind: 'number', optional: true },
            { name: 'validUntil', label: '有效期至', kind: 'date' },
          ]}
          act={(body) => ({ path: 'approvals', body })}
          onClose={dialog.close}
        />
      )}
      {dialog.open?.name === 'decide' && (
        <FormDialog
          title="决定"
          okText="提交"
          fields={[
            { name: 'granted', label: '决定', kind: 'choice', choices: { yes: '批准', no: '不批准' } },
            { name: 'note', label: '意见', kind: 'long' },
          ]}
          act={({ granted, note }) => ({
            path: `approvals/${dialog.open?.subject}/decision`,
            body: { granted: granted === 'yes', note },
          })}
          onClose={dialog.close}
        />
      )}
    </>
  );
}

interface Acts {
  mine: string | undefined;
  mayDecide: boolean;
  onDecide: (id: string) => void;
  onWithdraw: (id: string) => void;
}

function columnsOf({ mine, mayDecide, onDecide, onWithdraw }: Acts): DenseColumn<ApprovalView>[] {
  return [
    {
      key: 'operation',
      title: '处置',
      render: (approval) => (
        <>
          {approval.operationTitle}
          <small>对象 {approval.subject}</small>
          <small>编号 {approval.id}</small>
        </>
      ),
    },
    {
      key: 'purpose',
      title: '用途与范围',
      render: (approval) => (
        <>
          {approval.purpose}
          <small>
            {approval.scope}
            {approval.recipient && `，接收方 ${approval.recipient}`}
            {approval.rowLimit && `，至多 ${approval.rowLimit} 条`}
          </small>
        </>
      ),
    },
    { key: 'who', title: '申请人', width: 100, render: (approval) => approval.requestedBy },
    {
      key: 'state',
      title: '状态',
      width: 190,
      render: (approval) => (
        <>
          <StatusTag kind={states[approval.state].kind}>{states[approval.state].word}</StatusTag>
          <small>至 {moment(approval.validUntil)}</small>
          {approval.decidedBy && (
            <small>
              {approval.decidedBy}：{approval.decisionNote}
            </small>
          )}
          {approval.withdrawnBy && <small>{approval.withdrawnBy}收回</small>}
        </>
      ),
    },
    {
      key: 'act',
      title: '办理',
      width: 110,
      render: (approval) => {
        if (!mayDecide) return '—';
        if (approval.state === 'waiting')
          return approval.requestedById === mine ? (
            '须由他人决定'
          ) : (
            <Button size="small" onClick={() => onDecide(approval.id)}>
              决定
            </Button>
          );
        if (approval.state !== 'in-force') return '—';
        return (
          <ConfirmButton word="收回" question="收回后立即失效" onConfirm={() => onWithdraw(approval.id)} />
        );
      },
    },
  ];
}
