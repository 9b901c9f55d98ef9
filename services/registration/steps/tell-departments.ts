import type { BusinessDefinition, StepContext } from '@hengchan/casework';
import { enqueue, enqueueAll, type ServiceCode } from '@hengchan/exchange';
import type { Transaction } from '@hengchan/platform';
import type { EnteredEntry } from '@hengchan/register';
import { yuan } from '@hengchan/standards';
import type { CaseUnitState } from '../effects/index.ts';
import type { Registration } from '../registration.ts';

/** Departments that get the parties' identity numbers, because they keep a register of their own by them. */
const namedTo: readonly ServiceCode[] = ['housing', 'tax', 'fund', 'bank'];

/** Whose right it was, and who has it now. */
const giving = ['transferor', 'formerHolder', 'mortgagor', 'obligor', 'servient', 'holder'];
const taking = [
  ...['transferee', 'applicant', 'mortgagee', 'newMortgagee', 'claimant', 'newClaimant'],
  ...['dominant', 'newDominant', 'resident', 'manager', 'newManager', 'objector'],
];

/** Where a title passes, whoever only consents (a mortgagee who stays, whom a notice protects) takes nothing. */
function takingIn({ parties, effects }: BusinessDefinition): readonly string[] {
  if (parties.some(({ role }) => role === 'newClaimant')) return ['newClaimant', 'mortgagee', 'newMortgagee'];
  if (!parties.some(({ role }) => role === 'transferee')) return taking;
  const mortgaged = ['establish-mortgage', 'convert-mortgage-notice'].some((each) => effects.includes(each));
  return mortgaged ? ['transferee', 'mortgagee'] : ['transferee'];
}

/** What was promised passes from whom it was promised to. */
const givingIn = ({ parties }: BusinessDefinition): readonly string[] =>
  parties.some(({ role }) => role === 'newClaimant') ? ['claimant'] : giving;

type NoticePeer =
  | 'police'
  | 'civil'
  | 'market'
  | 'housing'
  | 'tax'
  | 'bank'
  | 'finance'
  | 'fund'
  | 'power'
  | 'water'
  | 'gas'
  | 'broadcast';

/** Puts what was entered in the outbox, for every department the definition names, in the entering transaction. */
export async function tellDepartments(
  registration: Registration,
  trx: Transaction,
  context: StepContext,
  units: readonly CaseUnitState[],
  entries: readonly EnteredEntry[],
): Promise<void> {
  const { record, definition } = context;
  const { office, no } = record.case;
  const first = entries[0];
  if (!first) return;
  if (definition.notifies.includes('court')) await answerCourt(registration, trx, context, entries);
  const taken = takingIn(definition);
  const { price } = record.case.form;
  const certificates = entries.flatMap((entry) =>
    entry.changes.flatMap((change) => (change.change === 'certificate' ? [change.number] : [])),
  );
  const places = units.flatMap(({ code, state, surveyed }) => {
    const facts = state?.unit ?? surveyed;
    return facts ? [{ unitCode: code, location: facts.location, area: facts.area }] : [];
  });
  const noticeTo = (peer: NoticePeer) => {
    const named = (namedTo as readonly string[]).includes(peer);
    const people = (roles: readonly string[]) =>
      record.parties
        .filter((party) => roles.includes(party.role))
        .map((party) => ({
          name: party.name,
          idType: party.id_type,
          idNumber: named ? registration.platform.cipher.open(party.id_sealed) : party.id_masked,
        }));
    return {
      office,
      peer,
      operation: 'notice' as const,
      caseNo: no,
      messageNo: `${no}-registered-${peer}`,
      payload: {
        office,
        caseNo: no,
        noticeNo: `${no}-registered`,
        kind: 'registered' as const,
        business: { code: definition.code, title: definition.name },
        registeredAt: first.enteredAt.toISOString(),
        entryNumber: String(first.number),
        units: places,
        from: people(givingIn(definition)),
        to: people(taken),
        certificates,
        ...(named && price !== undefined ? { price: yuan(String(price)) } : {}),
      },
    };
  };
  const peers = definition.notifies.filter((code): code is NoticePeer => code !== 'court');
  await enqueueAll(registration.exchange, trx, peers.map(noticeTo));
}

/** 协助执行回执: what became of the court's request, with the place in the queue where there is one (REG-SEA-11, 12). */
async function answerCourt(
  registration: Registration,
  trx: Transaction,
  { record, definition }: StepContext,
  entries: readonly EnteredEntry[],
): Promise<void> {
  const { office, no } = record.case;
  for (const entry of entries) {
    const opened = entry.changes.flatMap((change) =>
      change.change === 'open' && change.right.kind === 'seizure' ? [change.right] : [],
    );
    const mine =
      opened.find((right) => right.content.documentNumber === record.case.form.documentNumber) ?? opened[0];
    const released = definition.effects.includes('release-seizure');
    const queue = released ? undefined : mine?.queue;
    await enqueue(registration.exchange, trx, {
      office,
      peer: 'court',
      operation: 'receipt',
      caseNo: no,
      messageNo: `${no}-receipt-${entry.number}`,
      payload: {
        office,
        caseNo: no,
        documentNo: String(record.case.form.documentNumber),
        result: released ? 'released' : queue !== undefined && queue > 0 ? 'queued' : 'registered',
        entryNumber: String(entry.number),
        ...(queue === undefined ? {} : { queuePosition: queue }),
        ...(queue !== undefined && queue > 0 ? { note: '轮候' } : {}),
      },
    });
  }
}
