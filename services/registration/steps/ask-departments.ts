import { type AutomaticHandler, caseworkTables, type StepContext } from '@hengchan/casework';
import { callService } from '@hengchan/exchange';
import type { Transaction } from '@hengchan/platform';
import { yuan } from '@hengchan/standards';
import { changesIn } from '../changes.ts';
import type { Registration } from '../registration.ts';
import { transferQuestions } from './ask-of-transfers.ts';
import { type Answer, type Ask, numberOf, readMatch } from './asking.ts';

const bodies = ['6', '7', '8'];

/** Identity: the police for people, the market regulator for bodies with a credit code. */
const identity: Ask = async (registration, context, request, party) => {
  if (!party) throw new Error('identity is asked of a party');
  const { platform, exchange } = registration;
  const number = platform.cipher.open(party.id_sealed);
  const about = { office: context.record.case.office, caseNo: context.record.case.no };
  const messageNo = numberOf(context, request, party);
  const base = { kind: request.kind, subject: party.name };
  if (party.id_type === '8') {
    const asked = await callService(
      exchange,
      'market',
      'check-enterprise',
      { ...about, name: party.name, creditCode: number },
      { ...about, messageNo },
    );
    return {
      ...base,
      source: '市场监管部门',
      ...readMatch(
        asked,
        (data) => data.enterprise?.status !== undefined && data.enterprise.status !== 'active',
      ),
    };
  }
  if (bodies.includes(party.id_type) || party.id_type !== '1') {
    return {
      ...base,
      source: '证件核验',
      outcome: 'unavailable',
      data: { reason: '该证件种类没有联网核验来源' },
    };
  }
  const asked = await callService(
    exchange,
    'police',
    'check-identity',
    { ...about, name: party.name, idNumber: number },
    { ...about, messageNo },
  );
  return { ...base, source: '公安部门', ...readMatch(asked, (data) => data.status === 'deceased') };
};

/** Who somebody is today: under the new name, where the case is about a change of it. */
const currentIdentity: Ask = (registration, context, request, party) => {
  const { newName, oldName } = changesIn(context.record.case.form);
  const renamed = newName !== undefined && (oldName === undefined || oldName === party?.name);
  return identity(registration, context, request, party && renamed ? { ...party, name: newName } : party);
};

/** Marriage, of natural persons with an identity card. */
const marriage: Ask = async (registration, context, request, party) => {
  if (!party) throw new Error('marriage is asked of a party');
  const base = { kind: request.kind, subject: party.name, source: '民政部门' };
  if (party.id_type !== '1')
    return { ...base, outcome: 'unavailable', data: { reason: '非居民身份证，无法联网核验' } };
  const about = { office: context.record.case.office, caseNo: context.record.case.no };
  const idNumber = registration.platform.cipher.open(party.id_sealed);
  const asked = await callService(
    registration.exchange,
    'civil',
    'check-marriage',
    { ...about, name: party.name, idNumber },
    { ...about, messageNo: numberOf(context, request, party) },
  );
  const read = readMatch(asked, () => false);
  // The spouse's identity number is not needed to decide anything, so it is not kept (个人信息最小必要).
  const { spouse, ...data } = read.data as { spouse?: { name?: string } };
  return {
    ...base,
    outcome: read.outcome,
    data: { ...data, ...(spouse?.name ? { spouse: spouse.name } : {}) },
  };
};

/** The filed contract of the unit: same people, same price. */
const contract: Ask = async (registration, context, request) => {
  const { case: row, units, parties } = context.record;
  const about = { office: row.office, caseNo: row.no };
  const contractNo =
    typeof row.form.contractNumber === 'string' && row.form.contractNumber
      ? row.form.contractNumber
      : undefined;
  const unitCode = units[0]?.unit_code ?? '';
  const question = contractNo === undefined ? { unitCode } : { contractNo };
  const asked = await callService(
    registration.exchange,
    'housing',
    'find-contract',
    { ...about, ...question },
    { ...about, messageNo: numberOf(context, request) },
  );
  const base = { kind: request.kind, subject: contractNo ?? unitCode, source: '住房城乡建设部门' };
  if (asked.outcome !== 'answered') return { ...base, outcome: 'unavailable', data: { reason: asked.text } };
  const names = (...roles: string[]) => {
    // Where a title passes, whoever consents to it neither sells nor buys.
    const role = roles.find((each) => parties.some((party) => party.role === each));
    return parties
      .filter((party) => party.role === role)
      .map((party) => party.name)
      .sort();
  };
  const found = asked.data.contracts.find((each) => {
    const same = (mine: string[], theirs: { name: string }[]) =>
      mine.join() ===
      theirs
        .map((one) => one.name)
        .sort()
        .join();
    return (
      each.status === 'filed' &&
      each.unitCode === unitCode &&
      same(names('transferor', 'obligor'), each.sellers) &&
      same(names('transferee', 'claimant'), each.buyers) &&
      each.price === yuan(String(row.form.price))
    );
  });
  if (found) {
    const { contractNo: number, signedOn, price, area } = found;
    return { ...base, outcome: 'match', data: { contractNo: number, signedOn, price, area } };
  }
  const others = asked.data.contracts
    .filter((each) => each.status === 'filed')
    .map((each) => each.contractNo);
  return {
    ...base,
    outcome: contractNo === undefined && others.length === 0 ? 'unavailable' : 'mismatch',
    data: { filed: others },
  };
};

/** Questions definitions may name. */
export const questions: Readonly<Record<string, Ask>> = {
  identity,
  'current-identity': currentIdentity,
  marriage,
  contract,
  ...transferQuestions,
};

/** 信息核验: asks every department the definition names, outside any transaction, and keeps the answers. */
export function askDepartments(registration: Registration): AutomaticHandler<Answer[]> {
  return {
    async prepare(context) {
      const asks = context.definition.facts.flatMap((request) => {
        const ask = questions[request.question];
        if (!ask) throw new Error(`no question ${request.question}`);
        const roles = request.each;
        const subjects = roles
          ? context.record.parties.filter((party) => roles.includes(party.role))
          : [undefined];
        return subjects.map((party) => ask(registration, context, request, party));
      });
      return Promise.all(asks);
    },
    async apply(trx, context, answers) {
      await keepAnswers(registration, trx, context, answers);
      return undefined;
    },
  };
}

/** The last answer to a question replaces the one before. */
export async function keepAnswers(
  registration: Registration,
  trx: Transaction,
  context: StepContext,
  answers: readonly Answer[],
): Promise<void> {
  const { cipher, clock } = registration.platform;
  const { office, no } = context.record.case;
  const rows = answers.map((answer) => ({
    office,
    case_no: no,
    kind: answer.kind,
    subject: answer.subject,
    outcome: answer.outcome,
    data_sealed: cipher.seal(JSON.stringify(answer.data)),
    source: answer.source,
    asked_at: clock.now(),
  }));
  const last = new Map(rows.map((row) => [JSON.stringify([row.kind, row.subject]), row]));
  if (last.size === 0) return;
  await caseworkTables(trx)
    .insertInto('casework.fact')
    .values([...last.values()])
    .onConflict((conflict) =>
      conflict.columns(['office', 'case_no', 'kind', 'subject']).doUpdateSet(({ ref }) => ({
        outcome: ref('excluded.outcome'),
        data_sealed: ref('excluded.data_sealed'),
        source: ref('excluded.source'),
        asked_at: ref('excluded.asked_at'),
      })),
    )
    .execute();
}
