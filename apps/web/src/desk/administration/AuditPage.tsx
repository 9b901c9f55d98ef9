import { Button } from 'antd';
import { useState } from 'react';
import { useSession } from '../../app/session-context.ts';
import type { Filters } from '../../list/filters.ts';
import { useList } from '../../list/use-list.ts';
import { type AuditLine, useAudit } from '../api/audit.ts';
import { moment } from '../components/moments.ts';
import { Pairs } from '../components/Pairs.tsx';
import { factRows } from '../findings/fact-rows.ts';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { AuditExportDialog } from './AuditExportDialog.tsx';
import { AuditVerification } from './AuditVerification.tsx';
import { actionWord, detailWords, subjectWord } from './action-words.ts';

const filters = {
  login: { kind: 'search', label: '登录名', hint: '登录名', width: 150 },
  action: { kind: 'search', label: '操作代码', hint: '操作，如 register.read', width: 200 },
  subject: { kind: 'search', label: '对象', hint: '对象：受理编号、单元、账号', width: 240 },
  from: { kind: 'day', label: '自' },
  until: { kind: 'day', label: '至' },
} satisfies Filters;

/** 审计日志: what was done and looked at, by whom, when; and whether the log is as it was written. */
export default function AuditPage() {
  const { can } = useSession();
  const list = useList(filters);
  const { cursor, from, until, ...words } = list.asked;
  const conditions = {
    ...words,
    ...(from && { from: dayStart(from) }),
    ...(until && { until: dayEnd(until) }),
  };
  const [open, setOpen] = useState<string>();
  const [exporting, setExporting] = useState(false);
  return (
    <>
      <ListPage
        title="审计日志"
        note="只增不改，逐条成链"
        what="审计日志"
        list={list}
        query={useAudit({ ...conditions, limit: 50, ...(cursor && { cursor }) })}
        columns={columnsOf(open, setOpen)}
        rowKey={(line) => line.id}
        empty={{ title: '还没有记录' }}
        unmatched={{ title: '没有符合条件的记录', hint: '可以放宽时间或少填一个条件。' }}
        actions={
          can('audit.export') && (
            <Button size="small" onClick={() => setExporting(true)}>
              导出符合条件的
            </Button>
          )
        }
      >
        {can('audit.verify') && <AuditVerification />}
      </ListPage>
      {exporting && <AuditExportDialog query={conditions} onClose={() => setExporting(false)} />}
    </>
  );
}

const dayStart = (date: string) => new Date(`${date}T00:00:00+08:00`).toISOString();
const dayEnd = (date: string) => new Date(`${date}T23:59:59.999+08:00`).toISOString();

function columnsOf(
  open: string | undefined,
  onOpen: (id: string | undefined) => void,
): DenseColumn<AuditLine>[] {
  return [
    { key: 'at', title: '时间', width: 170, render: (line) => moment(line.at) },
    { key: 'login', title: '登录名', width: 130, render: (line) => line.login || '系统' },
    {
      key: 'action',
      title: '操作',
      width: 170,
      render: (line) => (
        <>
          {actionWord(line.action)}
          <small>{line.action}</small>
        </>
      ),
    },
    { key: 'subject', title: '对象', render: (line) => subjectWord(line.subject) },
    {
      key: 'detail',
      title: '详情',
      render: (line) => {
        const rows = factRows(line.detail, detailWords(line.action));
        if (rows.length === 0) return '—';
        if (line.id !== open) {
          return (
            <Button size="small" type="link" aria-expanded={false} onClick={() => onOpen(line.id)}>
              {rows.length} 项
            </Button>
          );
        }
        return (
          <>
            <Button size="small" type="link" aria-expanded onClick={() => onOpen(undefined)}>
              收起
            </Button>
            <Pairs pairs={rows} />
          </>
        );
      },
    },
    {
      key: 'chain',
      title: '链上位置',
      width: 110,
      wideOnly: true,
      render: (line) => (
        <>
          {line.office === '000000' ? '全平台' : line.office}
          <small>{line.sequence === undefined ? '待上链' : `第 ${line.sequence} 条`}</small>
        </>
      ),
    },
  ];
}
