import type { RequestTo } from '@hengchan/exchange';
import { addFen, splitFen } from '@hengchan/standards';
import type { LineRow, RefundRow } from './tables.ts';

type Splits = RequestTo<'bank', 'settled'>['splits'];
type RefundResult = Pick<RequestTo<'bank', 'refunded'>, 'amount' | 'payments' | 'splits'>;
type SplitLine = Pick<LineRow, 'line_no' | 'account' | 'reference' | 'amount'> & {
  settled: number;
  refunded: number;
};

/** What is wrong with the bank's split of a payment; undefined when every line got its own and nothing is left. Pure. Row ONL-CLR-04. */
export function faultOfSplits(lines: readonly SplitLine[], splits: Splits): string | undefined {
  const owed = lines.filter((line) => line.amount > 0);
  const wrong = owed.find((line) => {
    const own = splits.filter((split) => split.lineNo === line.line_no);
    const [split] = own;
    return (
      own.length !== 1 ||
      split?.amount !== line.amount ||
      split.account !== line.account ||
      split.reference !== line.reference
    );
  });
  if (wrong) return `分账与缴款单不符：第 ${wrong.line_no} 行`;
  if (
    splits.length !== owed.length ||
    addFen(0, ...splits.map((each) => each.amount)) !== addFen(0, ...owed.map((each) => each.amount))
  )
    return '分账合计与缴款额不符';
  return undefined;
}

/**
 * What is wrong with a refund: its parts must add up to it, and after settlement be taken from the lines in proportion of what they still
 * hold, give or take the fen that cannot be divided. Pure. Row ONL-CLR-09.
 */
export function faultOfRefund(
  result: RefundResult,
  asked: Pick<RefundRow, 'amount'> | undefined,
  lines: readonly SplitLine[],
): string | undefined {
  if (asked && asked.amount !== result.amount) return '银行退款金额与申请不符';
  const sum = (parts: readonly { amount: number }[]) => addFen(0, ...parts.map((part) => part.amount));
  if (sum(result.payments) !== result.amount) return '原路退回合计与退款额不符';
  if (result.splits.length === 0) return undefined;
  if (sum(result.splits) !== result.amount) return '分账退回合计与退款额不符';
  const held = lines.map((line) => line.settled - line.refunded);
  if (sum(lines.map((line) => ({ amount: line.settled }))) === 0 || addFen(0, ...held) < result.amount)
    return undefined;
  const expected = splitFen(result.amount, held);
  const unfair = lines.some((line, index) => {
    const taken = result.splits.find((split) => split.lineNo === line.line_no)?.amount ?? 0;
    return Math.abs(taken - (expected[index] ?? 0)) > 1;
  });
  return unfair ? '退款未按分账比例退回' : undefined;
}
