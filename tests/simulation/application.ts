import type { BusinessDefinition, PartyRole } from '@hengchan/casework';
import { makeSituation } from '@hengchan/demonstration';
import type { Platform, Random } from '@hengchan/platform';
import type { Ask } from '../support/checks.ts';
import { office, officeInfo } from '../support/office.ts';
import type { TestPerson } from '../support/people.ts';
import { type Cast, oneIn, some } from './cast.ts';
import { type Casting, castFor, mayEnter, newcomers } from './casting.ts';

export interface Application {
  login: string;
  body: {
    business: string;
    office: string;
    units: string[];
    parties: Record<string, unknown>[];
    form: Record<string, unknown>;
  };
}

export interface Parts {
  random: Random;
  cast: Cast;
  ask: Ask;
  now: Date;
  /** By blind index of the identity number. */
  known: ReadonlyMap<string, TestPerson>;
  /** All the units cases were about, which grow. */
  units: string[];
  /** Of a server nothing happens to meanwhile. */
  platform: Platform;
}

/** One unit in so many is new to the town although another would do, so that there is always some that nothing stands on. */
const newOneIn = 4;

/**
 * An application for a business as its definition describes it, on a unit that other cases are about or on one made for it: mostly
 * sensible, sometimes not. Undefined when there is nobody to apply.
 */
export async function apply(parts: Parts, definition: BusinessDefinition): Promise<Application | undefined> {
  const { random } = parts;
  const casting = castFor(definition);
  const fit = casting.shared ? await fitting(parts, casting) : [];
  if (fit.length === 0 || oneIn(random, newOneIn)) return practise(parts, definition);
  const unit = oneIn(random, 20) ? random.pick(parts.units) : random.pick(fit);
  return applyFor(parts, definition, [unit]);
}

/** The units and people the demonstration makes for whoever wants to try the business; others may have the units afterwards. */
async function practise(parts: Parts, definition: BusinessDefinition): Promise<Application> {
  const { random, cast, platform, units } = parts;
  const situation = await makeSituation(platform, cast.practising, {
    definition,
    office: officeInfo,
    channel: random.pick(definition.channels),
  });
  const { application, opener } = situation;
  for (const code of application.units) if (!units.includes(code)) units.push(code);
  return {
    login: opener.account,
    body: {
      ...application,
      units: [...application.units],
      parties: application.parties.map((party) => ({ ...party })),
      form: { ...application.form },
    },
  };
}

/** An application about these units, whether the business fits them or not. */
export async function applyFor(
  parts: Parts,
  definition: BusinessDefinition,
  units: readonly string[],
): Promise<Application | undefined> {
  const { random } = parts;
  const casting = castFor(definition);
  const [unit = ''] = units;
  const roles = new Map<string, TestPerson[]>();
  for (const role of definition.parties) {
    const chosen = await whoIs(parts, definition, casting, unit, role);
    const left = role.minimum === 0 && role.role !== 'respondent' && !oneIn(random, 3);
    roles.set(role.role, left ? [] : chosen);
  }
  const sharing = definition.parties.find((role) => role.takesShares)?.role;
  const takers = sharing ? (roles.get(sharing)?.length ?? 0) : 0;
  const shares = sharesFor(random, takers);
  const partiesOf = ([role, people]: [string, TestPerson[]]) =>
    people.map(({ name, idType, idNumber }, index) => ({
      role,
      name,
      idType,
      idNumber,
      ...(role === sharing && shares?.[index] ? { share: shares[index] } : {}),
    }));
  const login = loginFor(parts, definition, roles);
  if (login === undefined) return undefined;
  return {
    login,
    body: {
      business: definition.code,
      office,
      units: [...units],
      parties: [...roles].flatMap(partiesOf),
      form: await fillIn(parts, definition, unit, roles, { takers, byShares: shares !== undefined }),
    },
  };
}

interface Standing extends Record<string, unknown> {
  unit_code: string;
  kinds: string[];
  title: string | null;
}

/** Units with the rights the business is about, and without those it must keep off. */
async function fitting({ ask, units }: Parts, casting: Casting): Promise<string[]> {
  const rows = await ask<Standing>(
    `SELECT unit_code, array_agg(DISTINCT kind) AS kinds, max(right_type) FILTER (WHERE kind = 'ownership') AS title
     FROM register."right" WHERE office = $1 AND ended_entry IS NULL GROUP BY 1`,
    [office],
  );
  const found = new Map(rows.map((row) => [row.unit_code, row]));
  return units.filter((code) => {
    const standing = found.get(code);
    if (casting.units === 'surveyed') return standing === undefined;
    if (!standing?.title || (casting.rightTypes && !casting.rightTypes.includes(standing.title)))
      return false;
    return (
      casting.standing.every((kind) => standing.kinds.includes(kind)) &&
      !casting.absent.some((kind) => standing.kinds.includes(kind))
    );
  });
}

/** The courts whose seizures are on the unit. */
async function seizing({ ask, cast }: Parts, unit: string): Promise<TestPerson[]> {
  const rows = await ask<{ name: string }>(
    `SELECT DISTINCT content::json->'authority'->>'name' AS name FROM register."right"
     WHERE office = $1 AND unit_code = $2 AND kind = 'seizure' AND ended_entry IS NULL`,
    [office, unit],
  );
  return cast.courts.filter((court) => rows.some((row) => row.name === court.name));
}

async function holders({ ask, known }: Parts, unit: string, kind: string): Promise<TestPerson[]> {
  const rows = await ask<{ id_index: string }>(
    `SELECT h.id_index FROM register.holder AS h JOIN register."right" AS r ON r.office = h.office AND r.id = h.right_id
     WHERE r.office = $1 AND r.unit_code = $2 AND r.kind = $3 AND r.ended_entry IS NULL ORDER BY r.rank, h.ordinal`,
    [office, unit, kind],
  );
  const found = rows.flatMap((row) => known.get(row.id_index) ?? []);
  return [...new Set(found)];
}

async function whoIs(
  parts: Parts,
  definition: BusinessDefinition,
  casting: Casting,
  unit: string,
  role: PartyRole,
): Promise<TestPerson[]> {
  const { random, cast } = parts;
  if (oneIn(random, 25)) return some(random, cast.people, 1);
  const source = casting.source(role.role);
  const present =
    source === 'newcomer'
      ? []
      : source === 'seizure'
        ? await seizing(parts, unit)
        : await holders(parts, unit, source);
  // Of several mortgages or seizures the form names one, so that one of those who hold them applies.
  if (present.length > 0 && source !== 'ownership') return some(random, present, oneIn(random, 4) ? 2 : 1);
  if (present.length > 0) return present;
  const count = role.takesShares ? random.pick([1, 1, 1, 2, 3]) : 1;
  return some(
    random,
    newcomers(cast, definition, role),
    Math.max(role.minimum, Math.min(count, role.maximum)),
  );
}

function sharesFor(random: Random, buyers: number): string[] | undefined {
  if (buyers < 2 || oneIn(random, 2)) return undefined;
  if (oneIn(random, 10)) return Array.from({ length: buyers }, () => '1/2').concat('1/2');
  return buyers === 2 ? ['1/3', '2/3'] : ['1/2', '1/4', '1/4'];
}

/** A clerk where the business is taken in at the counter, or a party whose role may open the case; now and then somebody who may not. */
function loginFor(
  { random, cast }: Parts,
  definition: BusinessDefinition,
  roles: ReadonlyMap<string, TestPerson[]>,
): string | undefined {
  const clerks = cast.staff[definition.registrationType === '800' ? 'enforcement-clerk' : 'acceptor'] ?? [];
  const parties = definition.parties
    .filter((role) => role.opens)
    .flatMap((role) => roles.get(role.role) ?? []);
  if (oneIn(random, 30)) return random.pick([...clerks, ...parties.map((who) => who.login)]);
  const openers = definition.channels.includes('online')
    ? parties.filter((who) => mayEnter(definition, who))
    : [];
  const atCounter = definition.channels.includes('counter');
  if (atCounter && (openers.length === 0 || oneIn(random, 4))) return random.pick(clerks);
  return openers.length > 0 ? random.pick(openers).login : undefined;
}

interface Property {
  type?: string;
  examples?: unknown[];
}

async function fillIn(
  parts: Parts,
  definition: BusinessDefinition,
  unit: string,
  roles: ReadonlyMap<string, TestPerson[]>,
  { takers, byShares }: { takers: number; byShares: boolean },
): Promise<Record<string, unknown>> {
  const { random, now, ask } = parts;
  const form: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(definition.form.properties)) {
    const required = definition.form.required?.includes(name) ?? false;
    const often = name === 'deliveredAt' ? 1 : 4;
    if (required ? oneIn(random, 100) : !oneIn(random, often)) continue;
    form[name] = (property as Property).examples?.[0];
  }
  const vary = (name: string, value: () => unknown) => {
    if (form[name] !== undefined) form[name] = value();
  };
  vary('price', () => `${random.integer(20, 300)}0000.00`);
  vary('principal', () => `${random.integer(10, 200)}0000.00`);
  vary('coOwnership', () => (takers < 2 ? '0' : byShares ? '2' : '1'));
  vary('transferRestricted', () => oneIn(random, 4));
  vary('months', () => (oneIn(random, 15) ? 48 : random.pick([1, 3, 6, 12, 36])));
  vary('documentNumber', () => `（2026）苏0402执协字第${random.integer(100, 999)}号`);
  vary('deliveredAt', () => new Date(now.getTime() - random.integer(-1, 72) * 3_600_000).toISOString());
  // Others than those made for the case are known to nobody.
  delete form.contractNumber;
  delete form.commonParts;
  if ('proofNumber' in definition.form.properties) {
    const rows = await ask<{ value: string }>(
      `SELECT r.certificate AS value FROM register."right" AS r
       JOIN register.holder AS h ON h.office = r.office AND h.right_id = r.id
       WHERE r.office = $1 AND r.unit_code = $2 AND r.kind = 'mortgage' AND r.ended_entry IS NULL AND h.name = $3`,
      [office, unit, roles.get('mortgagee')?.[0]?.name ?? ''],
    );
    pickFrom(random, form, 'proofNumber', rows);
  }
  if ('originalDocumentNumber' in definition.form.properties) {
    const rows = await ask<{ value: string }>(
      `SELECT content::json->>'documentNumber' AS value FROM register."right"
       WHERE office = $1 AND unit_code = $2 AND kind = 'seizure' AND ended_entry IS NULL
         AND content::json->'authority'->>'name' = $3`,
      [office, unit, roles.get('authority')?.[0]?.name ?? ''],
    );
    pickFrom(random, form, 'originalDocumentNumber', rows);
  }
  return form;
}

/** Names one of what there is where there are several, and mostly where there is one. */
function pickFrom(
  random: Random,
  form: Record<string, unknown>,
  field: string,
  rows: readonly { value: string }[],
): void {
  delete form[field];
  if (rows.length > 1 || (rows.length === 1 && oneIn(random, 2))) form[field] = random.pick(rows).value;
}
