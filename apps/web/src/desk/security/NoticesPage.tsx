import { Button } from 'antd';
import { useSession } from '../../app/session-context.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { type Filters, optionsOf } from '../../list/filters.ts';
import { useList } from '../../list/use-list.ts';
import { moment } from '../components/moments.ts';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { type Items, type NoticeView, useSecurity } from './api.ts';
import { FormDialog } from './FormDialog.tsx';
import { useDialog } from './use-dialog.ts';

const handlers = ['security.manage', 'issue.manage', 'issue.handle', 'data.export'];

const filters = {
  open: { kind: 'segments', label: '处置情况', options: optionsOf({ '': '全部', true: '待处置' }) },
} satisfies Filters;

/** 告警与通知: what somebody must know or act on, and what was done about it. Rows SEC-LAW-02, SEC-LEK-03. */
export default function NoticesPage() {
  const list = useList(filters);
  const { can } = useSession();
  const notices = useSecurity<Items<NoticeView>>('notices', { ...list.asked, limit: 50 });
  const dialog = useDialog<'handle'>();
  const columns: DenseColumn<NoticeView>[] = [
    { key: 'at', title: '时间', width: 170, render: (notice) => moment(notice.createdAt) },
    { key: 'text', title: '内容', render: (notice) => notice.text },
    {
      key: 'state',
      title: '处置',
      width: 240,
      render: (notice) =>
        notice.handledAt ? (
          <>
            <StatusTag kind="done">已处置</StatusTag>
            <small>
              {notice.handledBy} {moment(notice.handledAt)}：{notice.handling}
            </small>
          </>
        ) : handlers.some(can) ? (
          <Button size="small" onClick={() => dialog.show('handle', notice.id)}>
            登记处置
          </Button>
        ) : (
          <StatusTag kind="waiting">待处置</StatusTag>
        ),
    },
  ];
  return (
    <>
      <ListPage
        title="告警与通知"
        list={list}
        empty={{ title: '没有告警' }}
        query={notices}
        columns={columns}
        rowKey={(notice) => notice.id}
      />
      {dialog.open && (
        <FormDialog
          title="登记处置"
          okText="登记"
          fields={[{ name: 'handling', label: '处置情况', kind: 'long' }]}
          act={(body) => ({ path: `notices/${dialog.open?.subject}/handling`, body })}
          onClose={dialog.close}
        />
      )}
    </>
  );
}
