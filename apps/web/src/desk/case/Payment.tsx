import { formatYuan } from '@hengchan/standards';
import type { CaseView } from '../../api/types.ts';
import { StatusTag } from '../../components/StatusTag.tsx';

/** What has to be paid, to whom and why, and whether it is. */
export function Payment({ payment }: { payment: NonNullable<CaseView['payment']> }) {
  return (
    <>
      <table className="desk-table">
        <caption className="visually-hidden">税费</caption>
        <tbody>
          {payment.lines.map((line) => (
            <tr key={line.code}>
              <td>
                {line.title}
                <small>
                  {line.payee}，{line.basis}
                </small>
              </td>
              <td className="is-right">{formatYuan(line.amount)} 元</td>
            </tr>
          ))}
          <tr>
            <td>
              <strong>合计</strong>
            </td>
            <td className="is-right">
              <strong>{formatYuan(payment.total)} 元</strong>
            </td>
          </tr>
        </tbody>
      </table>
      <p>
        <StatusTag kind={payment.paid >= payment.total ? 'done' : 'waiting'}>{payment.statusTitle}</StatusTag>{' '}
        <span className="desk-secondary">订单 {payment.orderNo}</span>
      </p>
    </>
  );
}
