import type { BusinessDefinition } from '@hengchan/casework';
import type { Random } from '@hengchan/platform';
import type { Ask } from '../support/checks.ts';
import { office } from '../support/office.ts';
import type { TestPerson } from '../support/people.ts';
import { type Cast, oneIn, some } from './cast.ts';

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

interface Parts {
  random: Random;
  cast: Cast;
  ask: Ask;
  now: Date;
  /** By blind index of the identity number. */
  known: ReadonlyMap<string, TestPerson>;
}

/**
 * An application for a business as its definition describes it: mostly sensible, sometimes not. Undefined when no home is
 * such that the business could be about it.
 */
export async function apply(
  parts: Parts,
  definition: BusinessDefinition,
  unit?: string,
): Promise<Application | undefined> {
  const { random, cast } = parts;
  const fit = await fitting(parts, definition);
  if (unit === undefined && fit.length === 0) return undefined;
  const code = unit ?? (oneIn(random, 20) ? random.pick(cast.homes).code : random.pick(fit));
  const roles = new Map<string, TestPerson[]>();
  for (const { role, minimum } of definition.parties) {
    const chosen = await whoIs(parts, definition, code, role);
    roles.set(role, minimum === 0 && role !== 'respondent' && !oneIn(random, 3) ? [] : chosen);
  }
  const shares = sharesFor(random, roles.get('transferee')?.length ?? 0);
  const partiesOf = ([role, people]: [string, TestPerson[]]) =>
    people.map(({ name, idType, idNumber }, index) => ({
      role,
      name,
      idType,
      idNumber,
      ...(role === 'transferee' && shares?.[index] ? { share: shares[index] } : {}),
    }));
  return {
    login: loginFor(parts, definition, roles),
    body: {
      business: definition.code,
      office,
      units: [code],
      parties: [...roles].flatMap(partiesOf),
      form: await fillIn(parts, definition, code, roles, shares !== undefined),
    },
  };
}

const ruled = (definition: BusinessDefinition, rule: string) =>
  definition.rules.some((use) => use.rule === rule);

/** Homes with the rights the business is about, as its rules ask for them. */
async function fitting({ ask, cast }: Parts, definition: BusinessDefinition): Promise<string[]> {
  const rows = await ask<{ unit_code: string; kinds: string[] }>(
    `SELECT unit_code, array_agg(DISTINCT kind) AS kinds FROM register."right" WHERE office = $1 AND ended_entry IS NULL GROUP BY 1`,
    [office],
  );
  const kinds = new Map(rows.map((row) => [row.unit_code, row.kinds]));
  const has = (code: string, kind: string) => kinds.get(code)?.includes(kind) ?? false;
  const mortgaged = ruled(definition, 'MORTGAGE_CHOSEN') || ruled(definition, 'UNIT_MORTGAGED');
  return cast.homes
    .map((home) => home.code)
    .filter((code) => !ruled(definition, 'UNIT_NOT_SEIZED') || !has(code, 'seizure'))
    .filter((code) => !mortgaged || has(code, 'mortgage'))
    .filter((code) => !ruled(definition, 'SEIZURE_CHOSEN') || has(code, 'seizure'));
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
  unit: string,
  role: string,
): Promise<TestPerson[]> {
  const { random, cast } = parts;
  const anybody = some(random, cast.people, 1);
  if (oneIn(random, 25)) return anybody;
  switch (role) {
    case 'transferor':
    case 'mortgagor':
    case 'respondent':
      return holders(parts, unit, 'ownership');
    case 'transferee':
      return some(random, cast.people, random.pick([1, 1, 1, 2, 3]));
    case 'mortgagee': {
      const present = definition.parties.some((each) => each.role === 'mortgagor')
        ? []
        : await holders(parts, unit, 'mortgage');
      if (present.length === 0) return some(random, cast.banks, 1);
      return ruled(definition, 'MORTGAGE_CHOSEN') ? some(random, present, 1) : present;
    }
    case 'authority': {
      const present = await seizing(parts, unit);
      return some(random, present.length > 0 && !oneIn(random, 4) ? present : cast.courts, 1);
    }
    default:
      return anybody;
  }
}

function sharesFor(random: Random, buyers: number): string[] | undefined {
  if (buyers < 2 || oneIn(random, 2)) return undefined;
  if (oneIn(random, 10)) return Array.from({ length: buyers }, () => '1/2').concat('1/2');
  return buyers === 2 ? ['1/3', '2/3'] : ['1/2', '1/4', '1/4'];
}

/** A clerk, or a party whose role may open the case. */
function loginFor(
  { random, cast }: Parts,
  definition: BusinessDefinition,
  roles: ReadonlyMap<string, TestPerson[]>,
): string {
  const clerks = cast.staff[definition.registrationType === '800' ? 'enforcement-clerk' : 'acceptor'] ?? [];
  const openers = definition.parties
    .filter((role) => role.opens)
    .flatMap((role) => roles.get(role.role) ?? []);
  if (openers.length === 0 || oneIn(random, 4)) return random.pick(clerks);
  return random.pick(openers).login;
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
  byShares: boolean,
): Promise<Record<string, unknown>> {
  const { random, now, ask } = parts;
  const buyers = roles.get('transferee')?.length ?? 0;
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
  vary('coOwnership', () => (buyers < 2 ? '0' : byShares ? '2' : '1'));
  vary('transferRestricted', () => oneIn(random, 4));
  vary('months', () => (oneIn(random, 15) ? 48 : random.pick([1, 3, 6, 12, 36])));
  vary('documentNumber', () => `（2026）苏0402执协字第${random.integer(100, 999)}号`);
  vary('deliveredAt', () => new Date(now.getTime() - random.integer(-1, 72) * 3_600_000).toISOString());
  delete form.contractNumber;
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
