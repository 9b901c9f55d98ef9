import type { Actor } from '@hengchan/platform';
import { findUnits } from '@hengchan/register';
import { seeCase } from './cases/see.ts';
import { latestFindings } from './findings.ts';
import type { Registration } from './registration.ts';

/** What a case is about, for whatever is shown beside it: its business, the rules it is asked, what is open, and the rights on its units. */
export async function caseSubject(registration: Registration, actor: Actor, caseNo: string) {
  const { platform, casework, rulebook } = registration;
  const record = await seeCase(registration, actor, caseNo);
  const { office, business, business_version } = record.case;
  const definition = casework.definitions.version(business, business_version);
  const rightTypes = new Set<string>();
  // The first units of a large case say what kinds of rights it is about.
  const first = record.units.slice(0, 20).map((unit) => unit.unit_code);
  const states = await findUnits(platform.database, office, first, { asOf: platform.clock.now() });
  for (const state of states.values()) for (const right of state.rights) rightTypes.add(right.rightType);
  return {
    office,
    business: { code: definition.code, name: definition.name },
    registrationType: definition.registrationType,
    rightTypes: [...rightTypes],
    rules: definition.rules.map((use) => ({
      code: use.rule,
      title: rulebook.find(use.rule)?.title ?? use.rule,
    })),
    open: (await latestFindings(platform.database, caseNo)).flatMap(({ rule, outcome }) =>
      outcome === 'pass' ? [] : [{ code: rule, outcome }],
    ),
  };
}
