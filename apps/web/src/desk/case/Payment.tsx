import { formatYuan } from '@hengchan/standards';
import type { ReactNode } from 'react';
import type { CaseView } from '../../api/types.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { type DenseColumn, DenseTable } from '../list/DenseTable.tsx';

type Bill = NonNullable<CaseView['payment']>;

interface Line {
  code: string;
  title: ReactNode;
  amount: ReactNode;
}

const columns: readonly DenseColumn<Line>[] = [
  { key: 'title', title: '项目', render: ({ title }) => title },
  { key: 'amount', title: '金额', align: 'right', render: ({ amount }) => amount },
];

const linesOf = ({ lines, total }: Bill): Line[] => [
  ...lines.map(({ code, title, payee, basis, amount }) => ({
    code,
    title: (
      <>
        {title}
        <small>
          {payee}，{basis}
        </small>
      </>
    ),
    amount: `${formatYuan(amount)} 元`,
  })),
  { code: 'total', title: <strong>合计</strong>, amount: <strong>{formatYuan(total)} 元</strong> },
];

/** What has to be paid, to whom and why, and whether it is. */
export function Payment({ payment }: { payment: Bill }) {
  return (
    <>
      <DenseTable caption="税费" columns={columns} rows={linesOf(payment)} rowKey={({ code }) => code} />
      <p>
        <StatusTag kind={payment.paid >= payment.total ? 'done' : 'waiting'}>{payment.statusTitle}</StatusTag>{' '}
        <span className="desk-secondary">订单 {payment.orderNo}</span>
      </p>
    </>
  );
}
