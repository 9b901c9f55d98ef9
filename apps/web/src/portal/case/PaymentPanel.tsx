import { useQueryClient } from '@tanstack/react-query';
import type { CaseView } from '../../api/types.ts';
import { Button } from '../../components/Button.tsx';
import { StatusTag } from '../../components/StatusTag.tsx';
import { Money } from '../../components/text.tsx';
import styles from './case.module.css';

type Payment = NonNullable<CaseView['payment']>;

/** Tax and fee on one bill, each line with its basis; one payment settles all (ONL-CLR-03). */
export function PaymentPanel({ payment }: { payment: Payment }) {
  const client = useQueryClient();
  const left = payment.total - payment.paid;
  const settled = left <= 0;
  return (
    <section aria-labelledby="payment">
      <h2 id="payment" className="section-title">
        税费
      </h2>
      <p className={styles.paymentHead}>
        <StatusTag kind={settled ? 'done' : 'waiting'}>{payment.statusTitle}</StatusTag>
        <span className="secondary">缴费单 {payment.orderNo}</span>
      </p>
      <div className={styles.scroll}>
        <table className={styles.bill}>
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">计算依据</th>
              <th scope="col" className={styles.amount}>
                金额
              </th>
            </tr>
          </thead>
          <tbody>
            {payment.lines.map((line) => (
              <tr key={line.code}>
                <th scope="row">{line.title}</th>
                <td>
                  {line.basis}
                  <small className="secondary">收款方：{line.payee}</small>
                </td>
                <td className={styles.amount}>
                  <Money fen={line.amount} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                合计
              </th>
              <td className={styles.amount}>
                <Money fen={payment.total} />
              </td>
            </tr>
            {payment.paid > 0 && (
              <tr>
                <th scope="row" colSpan={2}>
                  已缴
                </th>
                <td className={styles.amount}>
                  <Money fen={payment.paid} />
                </td>
              </tr>
            )}
          </tfoot>
        </table>
      </div>
      {!settled && !payment.payable && (
        <div className={styles.confirming} role="status">
          <p>
            <b>正在确认付款</b>
          </p>
          <p>
            银行正在核实这笔款项，通常不到一分钟，请不要重复支付。到账后这里自动更新；没有扣成的，会说明原因并请您重新缴款。
          </p>
        </div>
      )}
      {!settled && payment.payable && payment.cashierUrl && (
        <div className={styles.pay}>
          <a className="button button-primary" href={payment.cashierUrl} target="_blank" rel="noreferrer">
            去支付 <Money fen={left} />
          </a>
          <Button onClick={() => void client.invalidateQueries({ queryKey: ['cases', 'one'] })}>
            我已支付，查询结果
          </Button>
          <small className="secondary">
            在新页面打开银行收银台。付清后这里自动更新，税款与登记费由平台分别入账。
          </small>
        </div>
      )}
      {!settled && payment.payable && !payment.cashierUrl && (
        <p className="secondary">缴费单正在生成，稍后自动显示支付入口。</p>
      )}
    </section>
  );
}
