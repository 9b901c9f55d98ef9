import {
  type BusinessDefinition,
  type CaseRecord,
  caseworkTables,
  lockCase,
  type StepContext,
  signalCase,
} from '@hengchan/casework';
import { enqueue, type RequestTo } from '@hengchan/exchange';
import type { Transaction } from '@hengchan/platform';
import { findUnits } from '@hengchan/register';
import { addAreas, parseYuan, toShanghaiDate } from '@hengchan/standards';
import { sm3 } from '@hengchan/standards/crypto';
import { endOrder } from './close.ts';
import { feeClassOf } from './fees/fee-facts.ts';
import type { Payment } from './payment.ts';
import { type Declaration, declarationsOf, inForce, ordersOf, tables } from './store.ts';
import { type TaxSubject, taxSubjectOf } from './tax-subject.ts';
import { withdrawDeclaration } from './withdraw-declaration.ts';

type Declared = RequestTo<'tax', 'declare'>;

/**
 * Declares a case to the tax bureau: before registration, as 契税法 10 asks. Declaring the same facts again changes nothing;
 * other facts (after a supplement) withdraw the earlier declaration and close the unpaid order made from it.
 * Throws when the case lacks what a declaration needs, or when taxes were already paid on other facts. Rows ONL-WIN-01, -03, -04, -05.
 */
export async function declareTaxes(
  payment: Payment,
  trx: Transaction,
  context: StepContext,
): Promise<string | undefined> {
  const { record, definition, tokenId } = context;
  if (!definition.taxed) return 'nothing';
  const facts = await declared(payment, trx, record, definition);
  const declarations = await declarationsOf(trx, record.case.office, record.case.no);
  const current = declarations.find(inForce);
  if (current?.digest === facts.digest) return sayAgain(payment, trx, current, tokenId);
  if (current) await giveUp(payment, trx, current);
  await insert(payment, trx, record, facts, (declarations[0]?.sequence ?? 0) + 1);
  return undefined;
}

/**
 * Declares anew when the case was amended after it was declared, or the declaration came to an end, so that nobody pays taxes on facts
 * that are no longer so. Runs before the order is made, which then waits for the new assessment.
 */
export async function declareAgainIfChanged(payment: Payment, context: StepContext): Promise<void> {
  const { definition } = context;
  const { office, no } = context.record.case;
  if (!definition.taxed) return;
  await payment.platform.database.transaction().execute(async (trx) => {
    const record = await lockCase(trx, no);
    const { digest } = await declared(payment, trx, record, definition);
    const current = (await declarationsOf(trx, office, no)).find(inForce);
    if (current?.digest !== digest) await declareTaxes(payment, trx, { ...context, record });
  });
}

async function declared(
  payment: Payment,
  trx: Transaction,
  record: CaseRecord,
  definition: BusinessDefinition,
): Promise<{ payload: Declared; digest: string }> {
  const payload = await declarationOf(payment, trx, record, taxSubjectOf(definition, record.case.form));
  return { payload, digest: sm3(JSON.stringify({ ...payload, materials: [] })) };
}

async function insert(
  payment: Payment,
  trx: Transaction,
  record: CaseRecord,
  { payload, digest }: { payload: Declared; digest: string },
  sequence: number,
): Promise<void> {
  const { office, no: caseNo } = record.case;
  const messageNo = `${caseNo}-tax-${sequence}`;
  await tables(trx)
    .insertInto('payment.declaration')
    .values({
      office,
      case_no: caseNo,
      sequence,
      message_no: messageNo,
      digest,
      status: 'declared',
      declaration_no: null,
      assessment: null,
      total: null,
      declared_at: payment.platform.clock.now(),
      assessed_at: null,
      ended_at: null,
      note: null,
    })
    .execute();
  await enqueue(payment.exchange, trx, {
    office,
    peer: 'tax',
    operation: 'declare',
    messageNo,
    payload,
    caseNo,
  });
}

/** The step was entered again with nothing changed: what is known already is told again, so that the case goes on. */
async function sayAgain(
  payment: Payment,
  trx: Transaction,
  current: Declaration,
  tokenId: string,
): Promise<undefined> {
  if (!current.assessment) return;
  const { case_no: caseNo } = current;
  await signalCase(payment.casework(), trx, { caseNo, event: 'tax.assessed', message: `again-${tokenId}` });
}

async function giveUp(payment: Payment, trx: Transaction, current: Declaration): Promise<void> {
  const [order] = await ordersOf(trx, current.office, current.case_no);
  if (order && order.tax > 0 && order.status === 'settled')
    throw new Error(
      `taxes of case ${current.case_no} were paid on other facts: they have to be refunded first`,
    );
  if (order?.status === 'open' && order.ending === null)
    await endOrder(payment, trx, order, '申报内容已变更');
  await withdrawDeclaration(payment, trx, current, '申报内容已变更');
}

/** What the bureau is told, from the case, the contract on file and the register. */
async function declarationOf(
  payment: Payment,
  trx: Transaction,
  record: CaseRecord,
  subject: TaxSubject,
): Promise<Declared> {
  const { office, no, form } = record.case;
  const [main, ...others] = await unitsOf(trx, record);
  if (!main) throw new Error(`case ${no} has no unit to declare`);
  const contract = await contractOf(payment, trx, record);
  const contractNo = contract.contractNo ?? text(form.contractNumber);
  const price = parseYuan(text(form.price) ?? '') ?? 0;
  if (price === 0 && (subject.kind === 'resale' || subject.kind === 'new-home'))
    throw new Error(`case ${no} has no price to declare`);
  const people = (roles: readonly string[]) =>
    record.parties
      .filter((party) => roles.includes(party.role))
      .map((party) => ({
        name: party.name,
        idType: party.id_type,
        idNumber: payment.platform.cipher.open(party.id_sealed),
      }));
  return {
    office,
    caseNo: no,
    kind: subject.kind,
    usage: main.usage,
    unitCode: main.code,
    area: addAreas(main.area, ...others.filter((unit) => unit.usage === main.usage).map((unit) => unit.area)),
    price,
    ...(contractNo === undefined ? {} : { contractNo }),
    contractOn:
      contract.signedOn ??
      day(form.contractOn) ??
      day(form.signedOn) ??
      toShanghaiDate(record.case.opened_at),
    sellers: people(subject.sellers),
    buyers: people(subject.buyers),
    ...(main.acquiredOn === undefined ? {} : { acquiredOn: main.acquiredOn }),
    ...(main.originalPrice === undefined ? {} : { originalPrice: main.originalPrice }),
    materials: await materialsOf(trx, record),
  };
}

/** The units with the home first: the bureau's scale of areas is about homes, not about the garage sold with one. */
async function unitsOf(trx: Transaction, record: CaseRecord) {
  const units = [];
  const codes = record.units.map((unit) => unit.unit_code);
  const states = await findUnits(trx, record.case.office, codes);
  for (const unit of record.units) {
    const state = states.get(unit.unit_code);
    const ownership = state?.rights.find((right) => right.kind === 'ownership');
    units.push({
      code: unit.unit_code,
      area: state?.unit.area ?? unit.area,
      usage: feeClassOf(unit, state?.unit) === 'residential' ? ('residential' as const) : ('other' as const),
      acquiredOn: ownership && toShanghaiDate(ownership.registeredAt),
      originalPrice: ownership?.content.price,
    });
  }
  return units.sort(
    (left, right) => Number(right.usage === 'residential') - Number(left.usage === 'residential'),
  );
}

/** The contract filed with the housing authority, when it answered. */
async function contractOf(
  { platform }: Payment,
  trx: Transaction,
  record: CaseRecord,
): Promise<{ contractNo?: string; signedOn?: string }> {
  const fact = await caseworkTables(trx)
    .selectFrom('casework.fact')
    .select('data_sealed')
    .where('office', '=', record.case.office)
    .where('case_no', '=', record.case.no)
    .where('kind', '=', 'contract')
    .where('outcome', '=', 'match')
    .orderBy('asked_at', 'desc')
    .executeTakeFirst();
  if (!fact) return {};
  const data = JSON.parse(platform.cipher.open(fact.data_sealed)) as Record<string, unknown>;
  const contractNo = text(data.contractNo);
  const signedOn = day(data.signedOn);
  return {
    ...(contractNo === undefined ? {} : { contractNo }),
    ...(signedOn === undefined ? {} : { signedOn }),
  };
}

async function materialsOf(trx: Transaction, record: CaseRecord) {
  return caseworkTables(trx)
    .selectFrom('casework.material')
    .select(['name', 'file_hash as hash'])
    .where('office', '=', record.case.office)
    .where('case_no', '=', record.case.no)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .limit(100)
    .execute();
}

const text = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
const day = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : undefined;
