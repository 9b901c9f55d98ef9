import { actOnCase, caseworkTables } from '@hengchan/casework';
import { createDocuments, type Documents } from '@hengchan/documents';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { untaxed } from './testing/definitions.ts';
import { office, openStage, type Stage } from './testing/stage.ts';

let documents: Documents;
let stage: Stage;
beforeAll(async () => {
  documents = await createDocuments();
  stage = await openStage({
    documents,
    office: () => ({ name: '恒安区不动产登记中心', address: '示范路1号' }),
  });
});
afterAll(async () => {
  await stage?.platform.close();
  await documents?.close();
});

const filed = (no: string) =>
  caseworkTables(stage.platform.database)
    .selectFrom('casework.document')
    .select(['code', 'title', 'file_hash'])
    .where('case_no', '=', no)
    .orderBy('made_at')
    .orderBy('code')
    .execute();

test('the notice is filed when the order can be paid, the receipt when it was', async () => {
  const { no, buyer } = await stage.open(untaxed, { form: { separateCertificates: true } });
  await stage.deliver();
  await stage.platform.jobs.drain();
  expect(await filed(no)).toMatchObject([{ code: 'payment-notice', title: '缴费通知书' }]);
  stage.platform.clock.advance(60_000);
  await actOnCase(stage.casework, buyer, no, { action: 'pay', data: { method: 'quick' } });
  await stage.deliver();
  await stage.tell();
  await stage.platform.jobs.drain();
  const made = await filed(no);
  expect(made.map((each) => each.code)).toEqual(['payment-notice', 'payment-receipt']);
  for (const { file_hash } of made) {
    const pdf = await stage.platform.files.get(file_hash);
    expect(Buffer.from(pdf.subarray(0, 5)).toString('latin1')).toBe('%PDF-');
  }
});

test('an order told of twice has one notice', async () => {
  const { no } = await stage.open(untaxed, { use: '60' });
  await stage.deliver();
  const orderNo = (await stage.money(no)).view?.orderNo ?? '';
  const snapshot = stage.bank.order(orderNo).snapshot();
  const again = stage.exchange.delivered.get('bank/create-order');
  await stage.transact(async (trx) =>
    again?.(trx, { office, caseNo: no, messageNo: 'again', payload: {}, answer: snapshot }),
  );
  await stage.platform.jobs.drain();
  expect(await filed(no)).toHaveLength(1);
});
