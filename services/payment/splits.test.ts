import { splitFen } from '@hengchan/standards';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultOfRefund, faultOfSplits } from './splits.ts';

const lineOf = (amount: number, index: number) => ({
  line_no: String(index + 1),
  account: index % 2 === 0 ? ('tax' as const) : ('fee' as const),
  reference: `R${index}`,
  amount,
  settled: 0,
  refunded: 0,
});
const splitOf = (line: ReturnType<typeof lineOf>) => ({
  lineNo: line.line_no,
  account: line.account,
  reference: line.reference,
  amount: line.amount,
  refunded: 0,
});
const amounts = fc.array(fc.integer({ min: 1, max: 10 ** 12 }), { minLength: 1, maxLength: 12 });

describe('the split of a payment', () => {
  test('that gives every line its own is taken, whatever the order', () => {
    fc.assert(
      fc.property(amounts, (given) => {
        const lines = given.map(lineOf);
        expect(faultOfSplits(lines, lines.map(splitOf).toReversed())).toBeUndefined();
      }),
    );
  });

  test('that changes one line by a fen, moves it elsewhere, drops or repeats it is not', () => {
    const wrongs = [
      (split: ReturnType<typeof splitOf>) => [{ ...split, amount: split.amount + 1 }],
      (split: ReturnType<typeof splitOf>) => [{ ...split, reference: 'elsewhere' }],
      (split: ReturnType<typeof splitOf>) => [{ ...split, account: split.account === 'tax' ? 'fee' : 'tax' }],
      (_split: ReturnType<typeof splitOf>) => [],
      (split: ReturnType<typeof splitOf>) => [split, split],
    ];
    fc.assert(
      fc.property(amounts, fc.nat(), fc.constantFrom(...wrongs), (given, which, wrong) => {
        const lines = given.map(lineOf);
        const at = which % lines.length;
        const splits = lines.flatMap((line, index) =>
          index === at ? wrong(splitOf(line)) : [splitOf(line)],
        );
        expect(faultOfSplits(lines, splits)).toMatch(/不符/);
      }),
    );
  });

  test('a line that costs nothing needs no money', () => {
    expect(faultOfSplits([lineOf(0, 0), lineOf(5, 1)], [splitOf(lineOf(5, 1))])).toBeUndefined();
  });

  test('money for a line that is not there is not taken', () => {
    const lines = [lineOf(5, 0)];
    expect(faultOfSplits(lines, [...lines.map(splitOf), splitOf(lineOf(7, 3))])).toBe('分账合计与缴款额不符');
  });
});

describe('the parts of a refund', () => {
  const settled = (given: number[]) =>
    given.map((amount, index) => ({ ...lineOf(amount, index), settled: amount }));

  test('in proportion of what the lines hold are taken', () => {
    fc.assert(
      fc.property(amounts, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
        const lines = settled(given);
        const held = given.reduce((sum, amount) => sum + amount, 0);
        const amount = Math.max(1, Math.floor(held * share));
        const splits = splitFen(amount, given).flatMap((part, index) =>
          part > 0 ? [{ lineNo: String(index + 1), amount: part }] : [],
        );
        const result = { amount, payments: [{ paymentNo: 'P', amount }], splits };
        expect(faultOfRefund(result, { amount }, lines)).toBeUndefined();
      }),
    );
  });

  test('all from one line, or not adding up, are seen', () => {
    const lines = settled([600, 400]);
    const payments = [{ paymentNo: 'P', amount: 500 }];
    const from = (splits: [string, number][]) => splits.map(([lineNo, amount]) => ({ lineNo, amount }));
    const fault = (splits: [string, number][], asked = 500) =>
      faultOfRefund({ amount: 500, payments, splits: from(splits) }, { amount: asked }, lines);
    expect(
      fault([
        ['1', 300],
        ['2', 200],
      ]),
    ).toBeUndefined();
    expect(fault([['1', 500]])).toBe('退款未按分账比例退回');
    expect(
      fault([
        ['1', 300],
        ['2', 199],
      ]),
    ).toBe('分账退回合计与退款额不符');
    expect(
      fault(
        [
          ['1', 300],
          ['2', 200],
        ],
        400,
      ),
    ).toBe('银行退款金额与申请不符');
    expect(faultOfRefund({ amount: 500, payments: [], splits: [] }, undefined, lines)).toBe(
      '原路退回合计与退款额不符',
    );
  });
});
