import {
  agreeingRoles,
  type BusinessDefinition,
  type CaseRecord,
  type Moment,
  type Papers,
  papersOf,
  requirementsFor,
} from '@hengchan/casework';
import type { Database } from '@hengchan/platform';
import { idNumberBirthday, toShanghaiDate } from '@hengchan/standards';
import type { AskedFact, PartyFact, RegistrationFacts } from './facts.ts';
import { gatherCertificate } from './gather-certificate.ts';
import { withSubzones } from './gather-subzones.ts';
import { gatherHomesteads } from './gather-transfer-facts.ts';
import { gatherSuccessors, gatherUnitFacts } from './gather-unit-facts.ts';
import { noticeFacts } from './notices/facts.ts';
import type { Registration } from './registration.ts';

/** Reads everything the rules of a moment may look at, in the caller's transaction: the register as it stands then. */
export async function gatherFacts(
  registration: Registration,
  database: Database,
  record: CaseRecord,
  definition: BusinessDefinition,
  moment: Moment,
): Promise<RegistrationFacts> {
  const now = registration.platform.clock.now();
  const { office, no } = record.case;
  const papers = await papersOf(database, no);
  const asked = askedFacts(registration, papers);
  const money = await registration.payment.standing(database, record, definition);
  return {
    moment,
    business: definition.code,
    ...(definition.rightTypes ? { rightTypes: definition.rightTypes } : {}),
    channel: record.case.channel,
    office,
    today: toShanghaiDate(now),
    now: now.toISOString(),
    ...(await withSubzones(registration, database, record, {
      units: await gatherUnitFacts(database, record, definition, now),
      ...(await gatherCertificate(database, record, definition)),
      ...(await gatherSuccessors(database, record)),
    })),
    parties: partyFacts(registration, record, asked, agreeingRoles(definition)),
    ...(await gatherHomesteads(database, record, definition)),
    form: record.case.form,
    asked,
    missingMaterials: missingMaterials(papers, record, definition, asked),
    ...taxFacts(money, asked),
    paymentDue: money.due,
    paymentPaid: money.paid,
    ...(await noticeFacts(database, record, definition, now)),
  };
}

/** Taxes declared with the case, or paid before it by a receipt the bureau itself has confirmed (契税法 11). */
function taxFacts(
  money: { taxSettled: boolean; receipts: string[] },
  asked: readonly AskedFact[],
): Pick<RegistrationFacts, 'taxSettled' | 'taxReceipts'> {
  const paidBefore = asked.filter((fact) => fact.kind === 'tax-receipt' && fact.outcome === 'match');
  return {
    taxSettled: money.taxSettled || paidBefore.length > 0,
    taxReceipts: [...money.receipts, ...paidBefore.map((fact) => fact.subject)],
  };
}

function partyFacts(
  { platform }: Registration,
  record: CaseRecord,
  asked: readonly AskedFact[],
  agreeing: ReadonlySet<string>,
): PartyFact[] {
  return record.parties.map((party) => {
    const onCard =
      party.id_type === '1' ? idNumberBirthday(platform.cipher.open(party.id_sealed)) : undefined;
    const born = bornOn(asked, party.name) ?? onCard;
    return {
      role: party.role,
      name: party.name,
      idType: party.id_type,
      idIndex: party.id_index,
      idMasked: party.id_masked,
      confirmed: party.confirmed_at !== null,
      agrees: agreeing.has(party.role),
      ...(born === undefined ? {} : { born }),
      ...(party.share_numerator === null || party.share_denominator === null
        ? {}
        : { share: { numerator: party.share_numerator, denominator: party.share_denominator } }),
    };
  });
}

/** The birthday the police have, which counts before the one in the number. */
function bornOn(asked: readonly AskedFact[], name: string): string | undefined {
  const known = asked.filter(
    ({ kind, subject, outcome }) => kind === 'identity' && subject === name && outcome === 'match',
  );
  // Of two people of one name nobody can tell whose answer is whose: the younger one counts, so that no child is overlooked.
  return known
    .flatMap(({ data }) => (typeof data.bornOn === 'string' ? data.bornOn : []))
    .sort()
    .at(-1);
}

function askedFacts({ platform, casework }: Registration, { facts }: Papers): AskedFact[] {
  const titles = new Map(
    casework.definitions.list().flatMap((each) => each.facts.map((fact) => [fact.kind, fact.title])),
  );
  const inOrder = facts.toSorted((one, other) => Date.parse(one.asked_at) - Date.parse(other.asked_at));
  return inOrder.map((row) => ({
    kind: row.kind,
    title: titles.get(row.kind) ?? row.kind,
    subject: row.subject,
    outcome: row.outcome,
    data: JSON.parse(platform.cipher.open(row.data_sealed)) as Record<string, unknown>,
  }));
}

/** Titles of required materials that were neither given nor replaced by a fact their source confirmed. */
function missingMaterials(
  { files }: Papers,
  record: CaseRecord,
  definition: BusinessDefinition,
  asked: readonly AskedFact[],
): string[] {
  const codes = new Set(files.map((file) => file.material));
  return requirementsFor(definition, record)
    .filter((material) => material.required && !codes.has(material.code))
    .filter(
      (material) => !asked.some((fact) => fact.kind === material.replacedBy && fact.outcome === 'match'),
    )
    .map((material) => material.title);
}
