import type { Party, StepContext } from '@hengchan/casework';
import { callService } from '@hengchan/exchange';
import type { Registration } from '../registration.ts';
import { type Ask, numberOf, readMatch } from './asking.ts';

/** Questions that only transfers ask: whether somebody died, whether two are married, whether a tax receipt is real. */

const aboutCase = ({ record }: StepContext) => ({ office: record.case.office, caseNo: record.case.no });

/** 死亡核验: the police know who is dead. Somebody in no list of theirs is for a person to look at. */
const death: Ask = async (registration, context, request, party) => {
  if (!party) throw new Error('death is asked of a party');
  const base = { kind: request.kind, subject: party.name, source: '公安部门' };
  if (party.id_type !== '1')
    return { ...base, outcome: 'unavailable', data: { reason: '非居民身份证，无法联网核验' } };
  const about = aboutCase(context);
  const asked = await callService(
    registration.exchange,
    'police',
    'check-identity',
    { ...about, name: party.name, idNumber: registration.platform.cipher.open(party.id_sealed) },
    { ...about, messageNo: numberOf(context, request, party) },
  );
  if (asked.outcome === 'answered' && asked.data.result === 'not-found')
    return { ...base, outcome: 'unavailable', data: { reason: asked.data.resultText } };
  return { ...base, ...readMatch(asked, (data) => data.status !== 'deceased') };
};

/** 夫妻关系核验: both names and numbers given, the civil affairs department says whether they are married to each other. */
const couple: Ask = async (registration, context, request) => {
  const { cipher } = registration.platform;
  const [one, other, ...more] = peopleIn(context, ['transferor', 'transferee']);
  const names = [one, other, ...more].flatMap((party) => party?.name ?? []);
  const base = { kind: request.kind, subject: names.join('、').slice(0, 100), source: '民政部门' };
  if (!one || !other || more.length > 0)
    return { ...base, outcome: 'mismatch', data: { reason: '当事人不是两人' } };
  if (one.id_type !== '1' || other.id_type !== '1')
    return { ...base, outcome: 'unavailable', data: { reason: '非居民身份证，无法联网核验' } };
  const about = aboutCase(context);
  const identityOf = (party: Party) => ({ name: party.name, idNumber: cipher.open(party.id_sealed) });
  const asked = await callService(
    registration.exchange,
    'civil',
    'check-marriage',
    { ...about, ...identityOf(one), spouse: identityOf(other) },
    { ...about, messageNo: numberOf(context, request) },
  );
  const { outcome, data } = readMatch(asked, ({ status }) => status !== 'married');
  const { spouse: _numbers, ...kept } = data;
  return { ...base, outcome, data: kept };
};

/** 完税凭证核验: the bureau has a valid receipt of that number for the buyers and the unit. */
const taxReceipt: Ask = async (registration, context, request) => {
  const receiptNo = String(context.record.case.form.taxReceiptNumber ?? '').trim();
  const base = { kind: request.kind, subject: receiptNo || '未填写', source: '税务部门' };
  const about = aboutCase(context);
  const unitCode = context.record.units[0]?.unit_code ?? '';
  const asked = await callService(
    registration.exchange,
    'tax',
    'query',
    { ...about, unitCode },
    { ...about, messageNo: numberOf(context, request) },
  );
  if (asked.outcome !== 'answered') return { ...base, outcome: 'unavailable', data: { reason: asked.text } };
  const numbers = numbersOf(registration, context);
  const found = asked.data.declarations
    .flatMap((declaration) => declaration.receipts)
    .find((receipt) => receipt.receiptNo === receiptNo);
  const paid = found?.taxpayers.map((each) => each.idNumber) ?? [];
  const good =
    found?.status === 'valid' &&
    found.payer === 'buyer' &&
    found.unitCode === unitCode &&
    numbers.every((number) => paid.includes(number));
  if (!found || !good)
    return { ...base, outcome: 'mismatch', data: { reason: reasonAgainst(found?.status) } };
  const { kind, total, issuedAt } = found;
  return { ...base, outcome: 'match', data: { kind, total, issuedAt } };
};

const reasonAgainst = (status: string | undefined): string => {
  if (status === undefined) return '税务部门没有该不动产的这份凭证';
  return status === 'void' ? '凭证已作废' : '凭证的纳税人与受让方不一致';
};

const numbersOf = ({ platform }: Registration, context: StepContext) =>
  peopleIn(context, ['transferee']).map((party) => platform.cipher.open(party.id_sealed));

/** Parties of these roles, each person once. */
function peopleIn({ record }: StepContext, roles: readonly string[]): Party[] {
  const found = record.parties.filter((party) => roles.includes(party.role));
  return [...new Map(found.map((party) => [party.id_index, party])).values()];
}

export const transferQuestions: Readonly<Record<string, Ask>> = { death, couple, 'tax-receipt': taxReceipt };
