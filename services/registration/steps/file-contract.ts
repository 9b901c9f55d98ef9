import { type AutomaticHandler, caseworkTables, type StepContext } from '@hengchan/casework';
import { callService } from '@hengchan/exchange';
import { toShanghaiDate, yuan } from '@hengchan/standards';
import type { Registration } from '../registration.ts';
import { keepAnswers } from './ask-departments.ts';
import type { Answer } from './asking.ts';

/**
 * 网签备案: where the parties have confirmed and no contract was filed yet, files it for them, so that trade, tax and registration
 * are asked for once (ONL-LIC-06). A department that does not answer leaves the matter to the registrar.
 */
export function fileContract(registration: Registration): AutomaticHandler<Answer | undefined> {
  return {
    async prepare(context) {
      const { office, no } = context.record.case;
      const known = await caseworkTables(registration.platform.database)
        .selectFrom('casework.fact')
        .select('outcome')
        .where('office', '=', office)
        .where('case_no', '=', no)
        .where('kind', '=', 'contract')
        .where('outcome', 'in', ['match', 'mismatch'])
        .executeTakeFirst();
      return known ? undefined : file(registration, context);
    },
    async apply(trx, context, answer) {
      if (answer) await keepAnswers(registration, trx, context, [answer]);
      return undefined;
    },
  };
}

async function file(registration: Registration, context: StepContext): Promise<Answer> {
  const { case: row, parties, units } = context.record;
  const { cipher, clock } = registration.platform;
  const unit = units[0];
  const sold = parties.some((party) => party.role === 'transferee');
  const people = (role: string) =>
    parties
      .filter((party) => party.role === role)
      .map((party) => ({ name: party.name, idType: party.id_type, idNumber: cipher.open(party.id_sealed) }));
  const about = { office: row.office, caseNo: row.no };
  const asked = await callService(
    registration.exchange,
    'housing',
    'file-contract',
    {
      ...about,
      kind: context.definition.taxKind === 'new-home' || !sold ? 'new-home' : 'resale',
      unitCode: unit?.unit_code ?? '',
      sellers: people(sold ? 'transferor' : 'obligor'),
      buyers: people(sold ? 'transferee' : 'claimant'),
      price: yuan(String(row.form.price)),
      area: unit?.area ?? '0',
      signedOn: toShanghaiDate(clock.now()),
    },
    { ...about, messageNo: `${context.tokenId}-file` },
  );
  const base = { kind: 'contract', subject: unit?.unit_code ?? '', source: '住房城乡建设部门' };
  if (asked.outcome !== 'answered') return { ...base, outcome: 'unavailable', data: { reason: asked.text } };
  const { contractNo, signedOn, price, area } = asked.data;
  return { ...base, outcome: 'match', data: { contractNo, signedOn, price, area } };
}
