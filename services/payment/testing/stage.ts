import {
  type BusinessDefinition,
  type Casework,
  caseworkMigrations,
  driveCase,
  getCase,
  makeDefinitions,
  openCase,
} from '@hengchan/casework';
import { createExchange, exchangeMigrations, fixedDirectory } from '@hengchan/exchange';
import { type Actor, Problem, type Transaction } from '@hengchan/platform';
import { testActor, testPlatform } from '@hengchan/platform/testing';
import { registerMigrations } from '@hengchan/register';
import { makeIdNumber } from '@hengchan/standards';
import { sm2KeyPair } from '@hengchan/standards/crypto';
import {
  closePayment,
  createPayment,
  listenForPayment,
  type PaymentOptions,
  paymentHandlers,
  paymentMigrations,
  paymentWorks,
} from '../index.ts';
import { resale, untaxed } from './definitions.ts';
import { BankRefusal, FakeBank } from './fake-bank.ts';
import { taxKey } from './fake-tax.ts';

export const office = '320402';
export const unit = '320402001001GB00001F00000001';

type Answering = (payload: never) => object;

/** The service on a database of its own, with departments in memory. Nothing moves but what the test moves. */
export async function openStage(options: Partial<PaymentOptions> = {}) {
  const platform = await testPlatform({
    migrations: [exchangeMigrations, caseworkMigrations, registerMigrations, paymentMigrations],
  });
  const exchange = createExchange(platform, {
    own: sm2KeyPair(Buffer.from('own key of the tests'.padEnd(48, '.'))),
    peers: fixedDirectory([{ code: 'tax', url: 'http://tax.test', publicKey: taxKey.publicKey }]),
  });
  const definitions: BusinessDefinition[] = [resale, untaxed];
  const casework: Casework = {
    platform,
    definitions: makeDefinitions(definitions),
    parts: { handlers: {}, works: {}, assess: async () => [], closed: async () => undefined },
  };
  const payment = createPayment({ platform, exchange, casework: () => casework, ...options });
  casework.parts = {
    ...casework.parts,
    handlers: paymentHandlers(payment),
    works: paymentWorks(payment),
    closed: (trx, record, _definition, phase) => closePayment(payment, trx, record, phase),
  };
  listenForPayment(payment);
  const bank = new FakeBank(() => platform.clock.now());
  let serial = 0;

  const person = (name: string) => {
    serial += 1;
    const idNumber = makeIdNumber(office, '1905-03-07', serial % 1000);
    const { cipher } = platform;
    return {
      name,
      idType: '1',
      idNumber,
      idSealed: cipher.seal(idNumber),
      idIndex: cipher.index(idNumber),
      idMasked: `${idNumber.slice(0, 4)}**********${idNumber.slice(-4)}`,
    };
  };

  /** Answers of departments by operation; a test may replace one. A BankRefusal is a signed refusal. */
  const answers: Record<string, Answering> = {
    'tax/declare': (payload: { caseNo: string }) => ({
      declarationNo: `SB${payload.caseNo}${sent.filter((each) => each.key === 'tax/declare').length}`,
      status: 'accepted',
      acceptedAt: platform.clock.now().toISOString(),
    }),
    'tax/withdraw': (payload: { declarationNo: string }) => ({
      declarationNo: payload.declarationNo,
      status: 'withdrawn',
    }),
    'bank/create-order': (payload: never) => bank.create(payload),
    'bank/close-order': (payload: { orderNo: string }) => bank.close(payload.orderNo),
    'bank/refund': (payload: never) => bank.refund(payload),
    'bank/charge': (payload: never) => bank.charge(payload),
    'finance/issue-bill': () => ({
      billCode: '32060126',
      billNo: bank.number(),
      checkCode: 'abc123',
      issuedAt: platform.clock.now().toISOString(),
    }),
    'finance/void-bill': (payload: { billNo: string }) => ({
      billNo: payload.billNo,
      redBillNo: bank.number(),
      issuedAt: platform.clock.now().toISOString(),
    }),
  };
  const sent: { key: string; messageNo: string; payload: Record<string, unknown> }[] = [];

  const transact = <Result>(work: (trx: Transaction) => Promise<Result>) =>
    platform.database.transaction().execute(work);

  /** Delivers what lies in the outbox, in order, until it is empty or only what is held back is left. */
  async function deliver(held: readonly string[] = []): Promise<void> {
    for (;;) {
      const rows = await platform.open.asOwner((owner) =>
        owner
          .withTables<{ 'exchange.message': OutboxRow }>()
          .selectFrom('exchange.message')
          .selectAll()
          .where('status', '=', 'pending')
          .orderBy('sequence')
          .execute(),
      );
      const next = rows.find((row) => !held.includes(`${row.peer}/${row.operation}`));
      if (!next) return;
      const key = `${next.peer}/${next.operation}`;
      const payload = JSON.parse(platform.cipher.open(next.payload_sealed)) as Record<string, unknown>;
      const about = {
        office: next.office,
        caseNo: next.case_no ?? undefined,
        messageNo: next.message_no,
        payload,
      };
      sent.push({ key, messageNo: next.message_no, payload });
      let refusal: string | undefined;
      let answer: object = {};
      try {
        answer = answers[key]?.(payload as never) ?? { received: true };
      } catch (error) {
        if (!(error instanceof BankRefusal)) throw error;
        refusal = error.message;
      }
      await transact(async (trx) => {
        await mark(trx, next, refusal === undefined ? 'delivered' : 'dead');
        if (refusal === undefined) await exchange.delivered.get(key)?.(trx, { ...about, answer });
        else await exchange.abandoned.get(key)?.(trx, { ...about, reason: 'refused', text: refusal });
      });
    }
  }

  async function mark(trx: Transaction, row: OutboxRow, status: string): Promise<void> {
    await trx
      .withTables<{ 'exchange.message': OutboxRow }>()
      .updateTable('exchange.message')
      .set({
        status,
        ...(status === 'delivered' ? { delivered_at: platform.clock.now(), answer_sealed: 'x' } : {}),
      })
      .where('office', '=', row.office)
      .where('id', '=', row.id)
      .execute();
  }

  /** A department calls. Problems come back as their code. */
  async function incoming(key: string, payload: object): Promise<string> {
    const handler = exchange.incoming.get(key);
    if (!handler) throw new Error(`nobody listens to ${key}`);
    try {
      await transact((trx) =>
        handler(trx, structuredClone(payload), { peer: 'test', messageNo: platform.ids.uuid() }),
      );
      return 'received';
    } catch (error) {
      if (error instanceof Problem) return error.code;
      throw error;
    }
  }

  /** Everything the bank has to tell, as it comes. */
  async function tell(): Promise<void> {
    for (const { operation, payload } of bank.callbacks.splice(0))
      await incoming(`bank/${operation}`, payload);
  }

  async function open(
    definition: BusinessDefinition,
    given: { form?: Record<string, unknown>; use?: string; area?: string; units?: readonly string[] } = {},
  ) {
    const seller = person('沈某甲');
    const buyer = person('陆某乙');
    const opener = actorOf(buyer);
    const no = await openCase(casework, opener, {
      definition,
      office,
      channel: 'online',
      form: { price: '2000000.00', ...given.form },
      parties: [
        { role: 'transferor', ...seller },
        { role: 'transferee', ...buyer },
      ],
      units: (given.units ?? [unit]).map((code) => ({
        code,
        location: '恒安区桂花路12号',
        area: given.area ?? '120.00',
        use: given.use ?? '11',
      })),
    });
    await driveCase(casework, no);
    return { no, buyer: opener, seller: actorOf(seller) };
  }

  const actorOf = (party: ReturnType<typeof person>): Actor =>
    testActor({
      accountId: `account-${party.idIndex.slice(0, 12)}`,
      name: party.name,
      kind: 'person',
      idIndex: party.idIndex,
    });

  const phase = async (no: string) => (await getCase(platform.database, no)).case.phase;

  /** What the service says of the money of a case. */
  async function money(no: string) {
    const record = await getCase(platform.database, no);
    const definition = casework.definitions.version(record.case.business, record.case.business_version);
    return {
      view: await payment.view(platform.database, record, definition),
      standing: await payment.standing(platform.database, record, definition),
    };
  }

  return {
    money,
    platform,
    exchange,
    casework,
    payment,
    bank,
    answers,
    sent,
    deliver,
    incoming,
    tell,
    open,
    phase,
    transact,
    person,
  };
}

interface OutboxRow {
  office: string;
  id: string;
  sequence: number;
  peer: string;
  operation: string;
  message_no: string;
  case_no: string | null;
  payload_sealed: string;
  status: string;
  delivered_at: Date | null;
  answer_sealed: string | null;
}

export type Stage = Awaited<ReturnType<typeof openStage>>;
