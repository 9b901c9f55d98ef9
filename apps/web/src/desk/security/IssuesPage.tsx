import { Button } from 'antd';
import { useSession } from '../../app/session-context.ts';
import { type StatusKind, StatusTag } from '../../components/StatusTag.tsx';
import type { Filters } from '../../list/filters.ts';
import { useList } from '../../list/use-list.ts';
import { moment } from '../components/moments.ts';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { type IssueView, type Items, useSecurity } from './api.ts';
import { FormDialog, type FormField } from './FormDialog.tsx';
import { useDialog } from './use-dialog.ts';

const states: Record<IssueView['status'], { kind: StatusKind; word: string }> = {
  open: { kind: 'waiting', word: '待整改' },
  review: { kind: 'active', word: '待复核' },
  closed: { kind: 'done', word: '已关闭' },
};

type Step = 'register' | 'report' | 'measures' | 'review';

const forms: Record<Step, { title: string; okText: string; fields: readonly FormField[] }> = {
  register: {
    title: '登记问题单',
    okText: '登记',
    fields: [
      {
        name: 'kind',
        label: '种类',
        kind: 'choice',
        choices: {
          vulnerability: '漏洞',
          hazard: '隐患',
          incident: '入侵或异常事件',
          notified: '通报的问题',
        },
      },
      {
        name: 'severity',
        label: '等级',
        kind: 'choice',
        choices: { low: '低', middle: '中', high: '高', critical: '严重' },
      },
      { name: 'title', label: '标题' },
      { name: 'description', label: '内容', kind: 'long' },
      { name: 'source', label: '来源', note: '自查、通报单位或报告人' },
      { name: 'dueAt', label: '整改期限', kind: 'date' },
    ],
  },
  report: {
    title: '登记已报告',
    okText: '登记',
    fields: [{ name: 'to', label: '报告对象', note: '登记机构、网信部门或公安机关' }],
  },
  measures: {
    title: '登记整改措施',
    okText: '提交复核',
    fields: [{ name: 'text', label: '措施', kind: 'long' }],
  },
  review: {
    title: '复核整改',
    okText: '提交',
    fields: [
      { name: 'passed', label: '结论', kind: 'choice', choices: { yes: '通过，关闭', no: '退回整改' } },
      { name: 'note', label: '意见', kind: 'long' },
    ],
  },
};

const filters = {
  status: {
    kind: 'choice',
    label: '状态',
    options: Object.entries(states).map(([value, { word }]) => ({ value, title: word })),
  },
} satisfies Filters;

/** 隐患与漏洞: what is wrong, until when it is to be mended, and who found that it was. Rows SEC-AUD-03, SEC-VUL-01, SEC-VUL-02. */
export default function IssuesPage() {
  const list = useList(filters);
  const { can } = useSession();
  const issues = useSecurity<Items<IssueView>>('issues', { ...list.asked, limit: 50 });
  const dialog = useDialog<Step>();
  const form = dialog.open && forms[dialog.open.name];
  return (
    <>
      <ListPage
        title="隐患与漏洞"
        list={list}
        note="内容只对授权人员可见；落实与复核须是两人"
        empty={{ title: '没有问题单' }}
        query={issues}
        columns={columnsOf(can, dialog.show)}
        rowKey={(issue) => issue.id}
        actions={
          can('issue.manage') && (
            <Button type="primary" onClick={() => dialog.show('register')}>
              登记问题单
            </Button>
          )
        }
      />
      {dialog.open && form && (
        <FormDialog
          {...form}
          act={(values) => {
            const { name, subject } = dialog.open as { name: Step; subject: string };
            if (name === 'register') return { path: 'issues', body: values };
            const body = name === 'review' ? { ...values, passed: values.passed === 'yes' } : values;
            return { path: `issues/${subject}/${name}`, body };
          }}
          onClose={dialog.close}
        />
      )}
    </>
  );
}

function columnsOf(
  can: (permission: string) => boolean,
  onStep: (step: Step, id: string) => void,
): DenseColumn<IssueView>[] {
  return [
    {
      key: 'what',
      title: '问题',
      render: (issue) => (
        <>
          {issue.title}
          <small>{issue.description}</small>
          {issue.measures && <small>措施：{issue.measures}</small>}
          <small>编号 {issue.id}</small>
        </>
      ),
    },
    {
      key: 'kind',
      title: '种类',
      width: 110,
      render: (issue) => (
        <>
          {issue.kindTitle}
          <small>
            {issue.severityTitle}，{issue.source}
          </small>
        </>
      ),
    },
    {
      key: 'state',
      title: '状态',
      width: 170,
      render: (issue) => (
        <>
          <StatusTag kind={issue.overdue ? 'blocked' : states[issue.status].kind}>
            {states[issue.status].word}
            {issue.overdue && '，已逾期'}
          </StatusTag>
          <small>期限 {moment(issue.dueAt)}</small>
        </>
      ),
    },
    {
      key: 'report',
      title: '报告',
      width: 170,
      render: (issue) => {
        if (issue.reportedAt)
          return (
            <>
              {moment(issue.reportedAt)}
              <small>{issue.reportedTo}</small>
            </>
          );
        if (!issue.reportDueAt) return '—';
        return (
          <span className={issue.reportOverdue ? 'desk-field-error' : undefined}>
            须于 {moment(issue.reportDueAt)} 前
          </span>
        );
      },
    },
    {
      key: 'act',
      title: '办理',
      width: 150,
      render: (issue) => {
        const button = (step: Step, word: string) => (
          <Button size="small" onClick={() => onStep(step, issue.id)}>
            {word}
          </Button>
        );
        return (
          <>
            {can('issue.manage') && issue.reportDueAt && !issue.reportedAt && button('report', '已报告')}
            {can('issue.handle') && issue.status === 'open' && button('measures', '整改')}
            {can('issue.manage') && issue.status === 'review' && button('review', '复核')}
          </>
        );
      },
    },
  ];
}
