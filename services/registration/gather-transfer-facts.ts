import type { BusinessDefinition, CaseRecord } from '@hengchan/casework';
import type { Database } from '@hengchan/platform';
import { searchUnits } from '@hengchan/register';
import type { RegistrationFacts } from './facts.ts';

/** 宅基地使用权, alone and with the house on it. */
const homesteadTitles = ['5', '6'];
const homesteadRules = ['HOMESTEAD_TRANSFEREE_ELIGIBLE', 'ONE_HOMESTEAD'];
const receiving = ['transferee', 'applicant'];

/** Homesteads of those who are to receive one, besides the case's own: asked only where a rule looks at them (土地管理法 62). */
export async function gatherHomesteads(
  database: Database,
  record: CaseRecord,
  definition: BusinessDefinition,
): Promise<Pick<RegistrationFacts, 'otherHomesteads'>> {
  if (!definition.rules.some(({ rule }) => homesteadRules.includes(rule))) return {};
  const own = new Set(record.units.map((unit) => unit.unit_code));
  const found: { name: string; unit: string }[] = [];
  for (const party of record.parties.filter(({ role }) => receiving.includes(role))) {
    const { units } = await searchUnits(database, {
      office: record.case.office,
      holderIndex: party.id_index,
      limit: 100,
    });
    for (const { unit, rights } of units) {
      const holds = rights.some(
        (right) =>
          right.kind === 'ownership' &&
          homesteadTitles.includes(right.rightType) &&
          right.holders.some((holder) => holder.idIndex === party.id_index),
      );
      if (holds && !own.has(unit.code)) found.push({ name: party.name, unit: unit.code });
    }
  }
  return { otherHomesteads: found };
}
