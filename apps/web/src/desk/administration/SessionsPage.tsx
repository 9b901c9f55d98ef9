import { Button, Popconfirm } from 'antd';
import { StatusTag } from '../../components/StatusTag.tsx';
import { type SessionSummary, useEndSession, useSessions } from '../api/sessions.ts';
import { moment } from '../components/moments.ts';
import { PageHead } from '../components/Panel.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { Awaited, Nothing } from '../components/states.tsx';
import { type DenseColumn, DenseTable } from '../list/DenseTable.tsx';
import { Pager } from '../list/Pager.tsx';
import { useUrlFilters } from '../list/use-url-filters.ts';

const filterNames = [] as const;

/** 会话: who is signed in now, and the way to end it. */
export default function SessionsPage() {
  const filters = useUrlFilters(filterNames);
  const sessions = useSessions(filters.cursor ? { cursor: filters.cursor } : {});
  const end = useEndSession();
  return (
    <>
      <PageHead title="会话" note="终止后，该设备的下一次操作须重新登录" />
      <ProblemNotice error={end.error} />
      <div className="desk-list is-alone">
        <Awaited query={sessions} what="会话" lines={8}>
          {(page) =>
            page.items.length === 0 ? (
              <Nothing title="没有打开的会话" />
            ) : (
              <>
                <DenseTable
                  caption="会话列表"
                  columns={columnsOf((id) => end.mutate(id))}
                  rows={page.items}
                  rowKey={(session) => session.id}
                />
                <Pager
                  shown={page.items.length}
                  total={page.total}
                  cursor={filters.cursor}
                  nextCursor={page.nextCursor}
                  onGo={filters.goTo}
                />
              </>
            )
          }
        </Awaited>
      </div>
    </>
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
          <Popconfirm
            title="终止这个会话"
            okText="终止"
            cancelText="取消"
            onConfirm={() => onEnd(session.id)}
          >
            <Button size="small" aria-label={`终止${session.login}的会话`}>
              终止
            </Button>
          </Popconfirm>
        ),
    },
  ];
}
