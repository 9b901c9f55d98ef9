import { StatusTag } from '../../components/StatusTag.tsx';
import { useList } from '../../list/use-list.ts';
import { type SessionSummary, useEndSession, useSessions } from '../api/sessions.ts';
import { ConfirmButton } from '../components/ConfirmButton.tsx';
import { moment } from '../components/moments.ts';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { ListPage } from '../list/ListPage.tsx';

/** 会话: who is signed in now, and the way to end it. */
export default function SessionsPage() {
  const list = useList({});
  const end = useEndSession();
  return (
    <ListPage
      title="会话"
      note="终止后，该设备的下一次操作须重新登录"
      what="会话"
      list={list}
      query={useSessions(list.asked)}
      columns={columnsOf((id) => end.mutate(id))}
      rowKey={(session) => session.id}
      empty={{ title: '没有打开的会话' }}
    >
      <ProblemNotice error={end.error} />
    </ListPage>
  );
}

function columnsOf(onEnd: (id: string) => void): DenseColumn<SessionSummary>[] {
  return [
    { key: 'login', title: '登录名', render: (session) => session.login },
    { key: 'address', title: '来源地址', render: (session) => session.address ?? '—' },
    { key: 'created', title: '登录', render: (session) => moment(session.createdAt) },
    { key: 'seen', title: '最近操作', render: (session) => moment(session.lastSeenAt) },
    { key: 'expires', title: '最迟到期', wideOnly: true, render: (session) => moment(session.expiresAt) },
    {
      key: 'end',
      title: '终止',
      width: 100,
      render: (session) =>
        session.current ? (
          <StatusTag kind="active">本机</StatusTag>
        ) : (
          <ConfirmButton
            word="终止"
            question="终止这个会话"
            label={`终止${session.login}的会话`}
            onConfirm={() => onEnd(session.id)}
          />
        ),
    },
  ];
}
