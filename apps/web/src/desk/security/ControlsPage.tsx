import { Button } from 'antd';
import { Link } from 'react-router';
import { useSession } from '../../app/session-context.ts';
import { type StatusKind, StatusTag } from '../../components/StatusTag.tsx';
import { day } from '../components/moments.ts';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { type ControlView, type Items, useSecurity } from './api.ts';
import { FormDialog } from './FormDialog.tsx';
import { useDialog } from './use-dialog.ts';

const standings: Record<ControlView['standing'], { kind: StatusKind; word: string }> = {
  holds: { kind: 'done', word: '满足' },
  organisational: { kind: 'active', word: '由人履行，平台支持' },
  partial: { kind: 'waiting', word: '部分满足' },
  missing: { kind: 'blocked', word: '尚未满足' },
};

const kinds: Record<string, string> = {
  page: '页面',
  route: '接口',
  test: '测试',
  document: '文档',
  source: '源码',
};

/** 控制点与证据: every row of the security requirements, how it stands, and what proves it. Row SEC-LAW-01. */
export default function ControlsPage() {
  const { can } = useSession();
  const controls = useSecurity<Items<ControlView>>('controls');
  const dialog = useDialog<'review'>();
  const items = controls.data?.items ?? [];
  const count = (standing: ControlView['standing']) =>
    items.filter((each) => each.standing === standing).length;
  return (
    <>
      <ListPage
        title="控制点与证据"
        note={
          controls.data &&
          `满足 ${count('holds')}，由人履行 ${count('organisational')}，部分满足 ${count('partial')}，尚未满足 ${count('missing')}`
        }
        empty={{ title: '没有控制点' }}
        query={controls}
        columns={columnsOf(can('security.manage') ? (row) => dialog.show('review', row) : undefined)}
        rowKey={(control) => control.row}
      />
      {dialog.open && (
        <FormDialog
          title={`复核 ${dialog.open.subject}`}
          okText="登记复核"
          fields={[
            {
              name: 'outcome',
              label: '结论',
              kind: 'choice',
              choices: { confirmed: '与所述一致', deviating: '与所述不符' },
            },
            { name: 'note', label: '说明', kind: 'long' },
            { name: 'nextReviewOn', label: '下次复核日期', kind: 'date' },
          ]}
          act={(values) => ({
            path: `controls/${dialog.open?.subject}/reviews`,
            body: { ...values, nextReviewOn: String(values.nextReviewOn).slice(0, 10) },
          })}
          onClose={dialog.close}
        />
      )}
    </>
  );
}

function columnsOf(onReview: ((row: string) => void) | undefined): DenseColumn<ControlView>[] {
  return [
    {
      key: 'row',
      title: '要求',
      width: 150,
      render: (control) => (
        <>
          {control.title}
          <small>{control.row}</small>
        </>
      ),
    },
    {
      key: 'standing',
      title: '现状',
      width: 170,
      render: ({ standing }) => (
        <StatusTag kind={standings[standing].kind}>{standings[standing].word}</StatusTag>
      ),
    },
    {
      key: 'claim',
      title: '做到的与差距',
      render: (control) => (
        <>
          {control.claim}
          {control.gap && <small>差距：{control.gap}</small>}
        </>
      ),
    },
    {
      key: 'evidence',
      title: '证据',
      width: 380,
      wideOnly: true,
      render: (control) =>
        control.evidence.map(({ kind, target }) => (
          <small key={target}>
            {kinds[kind]}：{kind === 'page' ? <Link to={target}>{target}</Link> : target}
          </small>
        )),
    },
    {
      key: 'review',
      title: '复核',
      width: 150,
      render: (control) => (
        <>
          {control.review ? `${control.review.by}，${day(control.review.at)}` : '未复核'}
          <small className={control.reviewDue ? 'desk-field-error' : undefined}>
            下次 {control.nextReviewOn}
          </small>
          {onReview && (
            <Button size="small" onClick={() => onReview(control.row)} aria-label={`复核${control.row}`}>
              复核
            </Button>
          )}
        </>
      ),
    },
  ];
}
