import { Button } from 'antd';
import { useSession } from '../../app/session-context.ts';
import { type StatusKind, StatusTag } from '../../components/StatusTag.tsx';
import { moment } from '../components/moments.ts';
import { Panel } from '../components/Panel.tsx';
import { type DenseColumn, DenseTable } from '../list/DenseTable.tsx';
import { FormDialog } from './FormDialog.tsx';
import { useDialog } from './use-dialog.ts';

interface ProductVersion {
  version: number;
  product: string;
  manufacturer: string;
  model: string;
  certificateNumber?: string;
  issuedOn?: string;
  validUntil?: string;
  remark?: string;
  reason: string;
  recordedAt: string;
  recordedBy: string;
}

export interface CryptographyView {
  use: string;
  algorithm: string;
  standard: string;
  purpose: string;
  product: string;
  uncertified: string;
  compliant: boolean;
  remark?: string;
  state: 'valid' | 'expiring' | 'expired' | 'none';
  version: number;
  versions: ProductVersion[];
}

const states: Record<CryptographyView['state'], { kind: StatusKind; word: string }> = {
  valid: { kind: 'done', word: '有效' },
  expiring: { kind: 'waiting', word: '即将到期' },
  expired: { kind: 'blocked', word: '已过期' },
  none: { kind: 'neutral', word: '未取得认证' },
};

/** 密码算法与产品: what each use of cryptography is done with, and how the product is certified. Rows SEC-CRY-01, SEC-CRY-02. */
export function CryptographyPanel({ uses }: { uses: CryptographyView[] }) {
  const { can } = useSession();
  const dialog = useDialog<'record'>();
  const chosen = uses.find(({ use }) => use === dialog.open?.subject);
  return (
    <Panel title="密码算法与产品">
      <DenseTable
        caption="密码算法与产品"
        rows={uses}
        rowKey={(row) => row.use}
        columns={columnsOf(can('security.manage') ? (use) => dialog.show('record', use) : undefined)}
      />
      {chosen && <ProductDialog of={chosen} onClose={dialog.close} />}
    </Panel>
  );
}

function ProductDialog({ of, onClose }: { of: CryptographyView; onClose: () => void }) {
  const [current] = of.versions;
  return (
    <FormDialog
      title={`${current ? '变更' : '登记'}密码产品：${of.algorithm}`}
      okText={current ? '变更' : '登记'}
      fields={[
        { name: 'product', label: '产品名称', initial: current?.product ?? '' },
        { name: 'manufacturer', label: '生产单位', initial: current?.manufacturer ?? '' },
        { name: 'model', label: '型号', initial: current?.model ?? '' },
        {
          name: 'certificateNumber',
          label: '认证证书编号',
          note: '商用密码产品认证证书；没有证书的，编号和两个日期都不填',
          optional: true,
          initial: current?.certificateNumber ?? '',
        },
        {
          name: 'issuedOn',
          label: '发证日期',
          kind: 'date',
          optional: true,
          initial: current?.issuedOn ?? '',
        },
        {
          name: 'validUntil',
          label: '有效期至',
          kind: 'date',
          optional: true,
          initial: current?.validUntil ?? '',
        },
        { name: 'remark', label: '备注', optional: true, initial: current?.remark ?? '' },
        { name: 'reason', label: '登记理由', kind: 'long' },
      ]}
      act={({ issuedOn, validUntil, ...values }) => ({
        path: `cryptography/${of.use}/products`,
        version: of.version,
        body: {
          ...values,
          ...(issuedOn !== undefined && { issuedOn: String(issuedOn).slice(0, 10) }),
          ...(validUntil !== undefined && { validUntil: String(validUntil).slice(0, 10) }),
        },
      })}
      onClose={onClose}
    />
  );
}

function columnsOf(onRecord: ((use: string) => void) | undefined): DenseColumn<CryptographyView>[] {
  return [
    {
      key: 'algorithm',
      title: '算法',
      render: (row) => (
        <>
          {row.algorithm}
          <small>{row.standard}</small>
        </>
      ),
    },
    {
      key: 'purpose',
      title: '用途',
      render: (row) => (
        <>
          {row.purpose}
          {row.remark && <small>{row.remark}</small>}
        </>
      ),
    },
    { key: 'product', title: '产品', render: (row) => <Product of={row} /> },
    { key: 'certificate', title: '认证', render: (row) => <Certificate of={row} /> },
    {
      key: 'compliant',
      title: '国密',
      width: 80,
      render: (row) => (
        <StatusTag kind={row.compliant ? 'done' : 'waiting'}>{row.compliant ? '是' : '否'}</StatusTag>
      ),
    },
    ...(onRecord
      ? [
          {
            key: 'act',
            title: '办理',
            width: 100,
            screenOnly: true,
            render: (row: CryptographyView) => (
              <Button
                size="small"
                aria-label={`${row.version > 0 ? '变更' : '登记'}密码产品：${row.purpose}`}
                onClick={() => onRecord(row.use)}
              >
                {row.version > 0 ? '变更产品' : '登记产品'}
              </Button>
            ),
          },
        ]
      : []),
  ];
}

function Product({ of }: { of: CryptographyView }) {
  const [current] = of.versions;
  if (current === undefined) return of.product;
  return (
    <>
      {current.product}
      <small>
        {current.manufacturer}，型号 {current.model}
      </small>
      {current.remark && <small>{current.remark}</small>}
    </>
  );
}

function Certificate({ of }: { of: CryptographyView }) {
  const [current] = of.versions;
  const { kind, word } = states[of.state];
  return (
    <>
      <StatusTag kind={kind}>{word}</StatusTag>
      {current === undefined ? <small>{of.uncertified}</small> : <small>{certificateOf(current)}</small>}
      {of.versions.length > 0 && (
        <details>
          <summary>登记记录 {of.versions.length} 次</summary>
          {of.versions.map((each) => (
            <small key={each.version}>
              第 {each.version} 版，{moment(each.recordedAt)}，{each.recordedBy}：{each.reason}（
              {each.product}，{certificateOf(each)}）
            </small>
          ))}
        </details>
      )}
    </>
  );
}

const certificateOf = ({ certificateNumber, issuedOn, validUntil }: ProductVersion) =>
  certificateNumber ? `${certificateNumber}，${issuedOn} 至 ${validUntil}` : '没有认证证书';
