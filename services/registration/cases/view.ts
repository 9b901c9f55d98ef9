import {
  type BusinessDefinition,
  type CaseRecord,
  isParty,
  type Papers,
  type Phase,
  papersOf,
  phaseTitles,
  timelinessOf,
} from '@hengchan/casework';
import { type Certificate, certificatesOfCase, kindTitles, statusOf } from '@hengchan/certificates';
import type { Actor } from '@hengchan/platform';
import { effectDefinitions, entriesOfCase } from '@hengchan/register';
import { toShanghaiDate } from '@hengchan/standards';
import { announces } from '../notices/facts.ts';
import { viewCaseNotices } from '../notices/view.ts';
import type { Registration } from '../registration.ts';
import type { CaseView } from '../schema.ts';
import { dataOf } from './action-data.ts';
import { handlingOfCase } from './handling.ts';
import { linkedMatters } from './linked-matters.ts';
import { isToBePaid, offeredNow } from './offered.ts';
import { documentsOf, factsOf, materialsOf } from './view-papers.ts';
import { stepsOf, wasEntered } from './view-steps.ts';
import { waitingFor } from './view-turns.ts';

/** A case as one person may see it, with what that person can do next and whose turn it is. `known`: its folder, where it was read with the case. */
export async function viewCase(
  registration: Registration,
  actor: Actor,
  record: CaseRecord,
  known?: Papers,
): Promise<CaseView> {
  const { platform, casework, offices, payment } = registration;
  const { case: row } = record;
  const definition = casework.definitions.version(row.business, row.business_version);
  const money = await payment.view(platform.database, record, definition);
  const offers = await offeredNow(registration, actor, record, { payment: money });
  const entered = wasEntered(record, definition);
  const certificates = entered ? await certificatesOfCase(platform.database, row.office, row.no) : [];
  const result = entered ? await resultOf(registration, record, certificates) : undefined;
  const papers = known ?? (await papersOf(platform.database, row.no));
  return {
    caseNo: row.no,
    office: row.office,
    officeName: offices.get(row.office)?.name ?? row.office,
    business: { code: definition.code, version: definition.version, name: definition.name },
    channel: row.channel,
    status: row.phase,
    statusTitle: phaseTitles[row.phase as Phase] ?? row.phase,
    openedAt: row.opened_at.toISOString(),
    ...(row.accepted_at ? { acceptedAt: row.accepted_at.toISOString() } : {}),
    ...(row.due_on ? { promisedBy: row.due_on } : {}),
    timeliness: timelinessOf(row, toShanghaiDate(platform.clock.now())),
    ...(row.closed_at ? { closedAt: row.closed_at.toISOString() } : {}),
    ...(row.suspended_at
      ? {
          suspension: {
            since: row.suspended_at.toISOString(),
            by: row.suspended_by_name ?? '',
            reason: row.suspension ?? '',
            ...(row.suspension_over_at ? { over: row.suspension_over_at.toISOString() } : {}),
          },
        }
      : {}),
    handling: handlingOfCase(registration, record, definition),
    notices: announces(definition) ? await viewCaseNotices(registration, actor, record) : [],
    units: record.units.map((unit) => ({
      code: unit.unit_code,
      location: unit.location,
      area: unit.area,
      use: unit.use,
    })),
    parties: partiesOf(actor, record, definition),
    form: row.form,
    materials: materialsOf(registration, actor, record, definition, papers),
    facts: factsOf(registration, actor, record, definition, papers),
    steps: stepsOf(record, definition),
    waitingFor: waitingFor(actor, record, definition, isToBePaid(money)),
    availableActions: await Promise.all(
      offers.map(async ({ action, step, by }) => ({
        action: action.action,
        title: action.title,
        by,
        step: step.id,
        style: action.style ?? 'default',
        comment: action.comment ?? 'none',
        final: action.final ?? false,
        ...(await dataOf(registration, record, step.id, action)),
      })),
    ),
    ...(money ? { payment: money } : {}),
    ...(result ? { result } : {}),
    linked: await linkedMatters(registration, record, definition, entered),
    documents: documentsOf(registration, actor, record, papers, certificates),
    version: row.revision,
  };
}

function partiesOf(actor: Actor, record: CaseRecord, definition: BusinessDefinition): CaseView['parties'] {
  return record.parties.map((party) => {
    const role = definition.parties.find((each) => each.role === party.role);
    const { share_numerator: numerator, share_denominator: denominator } = party;
    return {
      ordinal: party.ordinal,
      role: party.role,
      roleTitle: role?.title ?? party.role,
      name: party.name,
      idType: party.id_type,
      idNumber: party.id_masked,
      ...(numerator === null || denominator === null ? {} : { share: { numerator, denominator } }),
      confirms: role?.confirms ?? false,
      ...(party.confirmed_at ? { confirmedAt: party.confirmed_at.toISOString() } : {}),
      isYou: isParty(actor, party),
    };
  });
}

async function resultOf(
  { platform }: Registration,
  record: CaseRecord,
  certificates: readonly Certificate[],
): Promise<CaseView['result']> {
  const { office, no } = record.case;
  const entries = await entriesOfCase(platform.database, office, no);
  if (entries.length === 0) return undefined;
  return {
    entries: entries.map((entry) => ({
      number: entry.number,
      effect: entry.effect.type,
      title: effectDefinitions[entry.effect.type].title,
      at: entry.enteredAt.toISOString(),
    })),
    certificates: certificates.map((each) => ({
      number: each.number,
      kind: kindTitles[each.kind],
      status: statusOf(each),
      holders: each.holder_names,
    })),
  };
}
