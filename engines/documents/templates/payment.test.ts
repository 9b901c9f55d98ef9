import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocuments, type Documents } from '../documents.ts';
import { samples } from '../samples.ts';
import { courtReceipt } from './court-receipt.ts';
import { paymentNotice } from './payment.ts';

const notice = samples['payment-notice'];
const item = { name: '不动产登记费', quantity: 1, measure: '件', unitPrice: 8_000 };
let documents: Documents;

beforeAll(async () => {
  documents = await createDocuments();
});
afterAll(() => documents.close());

describe('a payment notice', () => {
  it('adds up its lines itself, in figures and in capitals', () => {
    const items = [
      { ...item, quantity: 3 },
      { ...item, unitPrice: 55_000, reduction: 5, reductionReason: '抹零' },
    ];
    expect(paymentNotice.present?.({ ...notice, items })).toMatchObject({
      account: { totalText: '789.95', capitalText: '柒佰捌拾玖元玖角伍分' },
    });
  });

  it.each([
    ['a reduction above the fee', { reduction: 8_001, reductionReason: '减免' }, '/items/0/reduction'],
    ['a reduction without a reason', { reduction: 100 }, '/items/0/reductionReason'],
    ['an amount too large to count', { quantity: 100_000, unitPrice: Number.MAX_SAFE_INTEGER }, '/items/0'],
  ])('refuses %s', async (_what, change, path) => {
    const data = { ...notice, items: [{ ...item, ...change }] };
    await expect(
      documents.render('payment-notice', data, { issuedAt: new Date('2026-11-20T02:30:00Z') }),
    ).rejects.toMatchObject({ code: 'DOCUMENT_DATA_INVALID', errors: [{ path }] });
  });

  it('refuses a fraction of a fen', async () => {
    const data = { ...notice, items: [{ ...item, unitPrice: 80.5 }] };
    await expect(
      documents.render('payment-notice', data, { issuedAt: new Date('2026-11-20T02:30:00Z') }),
    ).rejects.toMatchObject({ errors: [{ path: '/items/0/unitPrice' }] });
  });
});

describe('a court receipt', () => {
  const [first] = samples['court-receipt'].outcomes;
  const place = { unitCode: first?.unitCode ?? '', location: '某处', holder: '某人' };

  it('must say the place of a queued seizure and the reason of a refusal', () => {
    const data = {
      ...samples['court-receipt'],
      outcomes: [
        { ...place, result: '轮候' as const },
        { ...place, result: '未能办理' as const },
      ],
    };
    expect(courtReceipt.review?.(data).map(({ path }) => path)).toEqual([
      '/outcomes/0/position',
      '/outcomes/1/reason',
    ]);
  });
});
