import { Button, Input } from 'antd';
import { useState } from 'react';
import { useSession } from '../../app/session-context.ts';
import { type AuditLine, useAudit } from '../api/audit.ts';
import { moment } from '../components/moments.ts';
import { Pairs } from '../components/Pairs.tsx';
import { PageHead } from '../components/Panel.tsx';
import { Awaited, Nothing } from '../components/states.tsx';
import { factRows } from '../findings/fact-rows.ts';
import { type DenseColumn, DenseTable } from '../list/DenseTable.tsx';
import { Pager } from '../list/Pager.tsx';
import { SearchField } from '../list/SearchField.tsx';
import { useUrlFilters } from '../list/use-url-filters.ts';
import { AuditExportDialog } from './AuditExportDialog.tsx';
import { AuditVerification } from './AuditVerification.tsx';
import { actionWord, detailWords, subjectWord } from './action-words.ts';

const filterNames = ['login', 'action', 'subject', 'from', 'until'] as const;

/** 审计日志: what was done and looked at, by whom, when; and whether the log is as it was written. */
export default function AuditPage() {
  const { can } = useSession();
  const filters = useUrlFilters(filterNames);
  const { login, action, subject, from, until } = filters.values;
  const conditions = {
    login,
    action,
    subject,
    ...(from && { from: dayStart(from) }),
    ...(until && { until: dayEnd(until) }),
  };
  const audit = useAudit({ ...conditions, limit: 50, ...(filters.cursor && { cursor: filters.cursor }) });
  const [open, setOpen] = useState<string>();
  const [exporting, setExporting] = useState(false);
  return (
    <>
      <PageHead
        title="审计日志"
        note="只增不改，逐条成链"
        actions={
          can('audit.export') && (
            <Button size="small" onClick={() => setExporting(true)}>
              导出符合条件的
            </Button>
          )
        }
      />
      {can('audit.verify') && <AuditVerification />}
      <search className="desk-filters" aria-label="筛选审计日志">
        <SearchField
          id="audit-login"
          label="登录名"
          placeholder="登录名"
          width={150}
          value={login}
          onSearch={(value) => filters.set({ login: value })}
        />
        <SearchField
          id="audit-action"
          label="操作代码"
          placeholder="操作，如 register.read"
          width={200}
          value={action}
          onSearch={(value) => filters.set({ action: value })}
        />
        <SearchField
          id="audit-subject"
          label="对象"
          placeholder="对象：受理编号、单元、账号"
          width={240}
          value={subject}
          onSearch={(value) => filters.set({ subject: value })}
        />
        <Input
          aria-label="起始日期"
          type="date"
          style={{ width: 150 }}
          value={from}
          onChange={(event) => filters.set({ from: event.target.value })}
        />
        <Input
          aria-label="截止日期"
          type="date"
          style={{ width: 150 }}
          value={until}
          onChange={(event) => filters.set({ until: event.target.value })}
        />
        {filters.active && (
          <Button type="link" onClick={filters.clear}>
            清除条件
          </Button>
        )}
      </search>
      <div className="desk-list">
        <Awaited query={audit} what="审计日志" lines={10}>
          {(page) =>
            page.items.length === 0 ? (
              <Nothing title="没有符合条件的记录" hint="可以放宽时间或少填一个条件。" />
            ) : (
              <>
                <DenseTable
                  caption="审计日志"
                  columns={columnsOf(open, setOpen)}
                  rows={page.items}
                  rowKey={(line) => line.id}
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
