import type { StepContext } from '@hengchan/casework';
import { entriesOfCase, findUnit, lastDayOf, type SeizureRight } from '@hengchan/register';
import { deliveredOn } from '../effects/seizure.ts';
import type { Registration } from '../registration.ts';
import { commonOf, localMoment, type Paper } from './paper.ts';

/** 协助执行通知书（回执）: what became of the request, with the term and, for a queued seizure, its place (REG-SEA-11, 12). */
export async function courtReceipt(
  registration: Registration,
  { record, definition }: StepContext,
): Promise<Paper> {
  const { platform } = registration;
  const { office, no, form } = record.case;
  const [entry] = await entriesOfCase(platform.database, office, no);
  const at = entry?.enteredAt ?? platform.clock.now();
  const unit = record.units[0];
  const state = await findUnit(platform.database, office, unit?.unit_code ?? '', { asOf: at });
  const seizures = (state?.rights ?? []).filter((right): right is SeizureRight => right.kind === 'seizure');
  const own = seizures.find(
    (right) =>
      right.registeredEntry === entry?.number && right.content.documentNumber === form.documentNumber,
  );
  const queued = own !== undefined && own.queue > 0;
  const owner = state?.rights.find((right) => right.kind === 'ownership');
  const from = own?.content.effectiveFrom;
  const to = own?.content.effectiveUntil && lastDayOf(own);
  return {
    template: 'court-receipt',
    title: '协助执行通知书（回执）',
    issuedAt: at,
    data: {
      ...commonOf(registration, office),
      receiptNumber: no,
      authority: record.parties.find((party) => party.role === 'authority')?.name ?? '有权机关',
      documents: [
        { name: '协助执行通知书', number: String(form.documentNumber) },
        ...(form.caseNumber ? [{ name: '裁定书', number: String(form.caseNumber) }] : []),
      ],
      receivedAt: localMoment(deliveredOn(record)),
      measure: definition.name,
      outcomes: [
        {
          unitCode: unit?.unit_code ?? '',
          location: unit?.location ?? '',
          holder: owner?.holders.map((holder) => holder.name).join('、') || '无',
          result: queued ? '轮候' : '已办理',
          ...(queued ? { position: own.queue, ahead: aheadOf(seizures, own) } : {}),
          ...(from ? { from } : {}),
          ...(to ? { to } : {}),
          entryNumber: `${office}-${entry?.number ?? ''}`,
          registeredAt: localMoment(at),
        },
      ],
    },
  };
}

function aheadOf(seizures: readonly SeizureRight[], own: SeizureRight) {
  return seizures
    .filter((right) => right.queue < own.queue)
    .map((right) => ({
      authority: right.content.authority.name,
      document: right.content.documentNumber,
      ...(right.content.effectiveUntil ? { until: lastDayOf(right) } : {}),
    }));
}
