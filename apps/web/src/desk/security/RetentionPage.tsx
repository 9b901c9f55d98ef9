import { Button } from 'antd';
import { useSession } from '../../app/session-context.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { amount } from '../components/amounts.ts';
import { moment } from '../components/moments.ts';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { type Items, useSecurity } from './api.ts';
import { FormDialog } from './FormDialog.tsx';
import { useDialog } from './use-dialog.ts';

interface Retention {
  ground: string;
  title: string;
  purpose: string;
  basis: string;
  retention: string;
  past?: { count: number; before: string };
  terms: { months?: number; basis: string; basisVerified: boolean; setAt: string; setBy: string }[];
}

/** 保存期: how long data is kept, as the institution sets it, and what is past that. Row SEC-OWN-03. */
export default function RetentionPage() {
  const { can } = useSession();
  const retention = useSecurity<Items<Retention>>('retention');
  const dialog = useDialog<'set'>();
  return (
    <>
      <ListPage
        title="保存期"
        note="由登记机构填定，以前的留存可查；到期的数据只列出，不自动销毁"
        empty={{ title: '没有数据类别' }}
        query={retention}
        columns={columnsOf(can('data.retain') ? (ground) => dialog.show('set', ground) : undefined)}
        rowKey={(row) => row.ground}
      />
      {dialog.open && (
        <FormDialog
          title="填定保存期"
          okText="填定"
          fields={[
            { name: 'months', label: '保存月数', kind: 'number', optional: true, note: '不填为永久' },
            { name: 'basis', label: '依据', kind: 'long', note: '写明文件和条目' },
            { name: 'basisVerified', label: '依据已与条文核对', kind: 'check' },
          ]}
          act={(values) => ({ path: 'retention', body: { ground: dialog.open?.subject, ...values } })}
          onClose={dialog.close}
        />
      )}
    </>
  );
}

const termOf = (months: number | undefined) => (months === undefined ? '永久' : `${months} 个月`);

function columnsOf(onSet: ((ground: string) => void) | undefined): DenseColumn<Retention>[] {
  return [
    {
      key: 'ground',
      title: '数据类别',
      render: (row) => (
        <>
          {row.title}
          <small>{row.purpose}</small>
          <small>{row.basis}</small>
        </>
      ),
    },
    {
      key: 'term',
      title: '保存期',
      render: (row) =>
        row.terms.length === 0 ? (
          <>
            <StatusTag kind="waiting">尚未填定</StatusTag>
            <small>{row.retention}</small>
          </>
        ) : (
          row.terms.map((term, at) => (
            <small key={term.setAt}>
              {at === 0 ? '现行：' : '以前：'}
              {termOf(term.months)}，{term.basis}（{term.basisVerified ? '已核对' : '未核对'}），{term.setBy}
              ，{moment(term.setAt)}
            </small>
          ))
        ),
    },
    {
      key: 'past',
      title: '超过保存期',
      width: 150,
      render: (row) => (row.past ? `${amount(row.past.count)} 条` : '—'),
    },
    {
      key: 'act',
      title: '办理',
      width: 110,
      render: (row) =>
        onSet && (
          <Button size="small" aria-label={`填定期限：${row.title}`} onClick={() => onSet(row.ground)}>
            填定期限
          </Button>
        ),
    },
  ];
}
