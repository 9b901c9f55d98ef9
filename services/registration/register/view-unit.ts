import { caseworkTables, type Phase, phaseTitles } from '@hengchan/casework';
import type { Actor } from '@hengchan/platform';
import { commonPartsOf, parcelBoundary } from '@hengchan/register';
import { formatUnitCode } from '@hengchan/standards';
import type { UnitView } from '../register-schema.ts';
import type { Registration } from '../registration.ts';
import { unitItems } from '../wording.ts';
import { viewLineage } from './lineage.ts';
import { permitRead, readUnit, unitAt } from './read-unit.ts';
import { type Reveal, viewRight } from './view-right.ts';
import { closureText, closureTitles, flagsOf, isBurden, kindTitles, otherItems } from './words.ts';

/** The page of a unit now or as it stood at a moment, in the four parts of the register (暂行条例 8). Looking is recorded. */
export async function viewUnit(
  registration: Registration,
  actor: Actor,
  codeText: string,
  asOf?: Date,
): Promise<UnitView> {
  const { platform } = registration;
  const { state, office, code, lapsed } = await readUnit(registration, actor, codeText, asOf);
  const { unit, rights, closed } = state;
  const reveal: Reveal = (holder) => holder.idMasked;
  const geometry = await parcelBoundary(platform.database, office, unit.parcelCode);
  const lineage = await viewLineage(registration, office, code);
  const { sinceEntry: _since, ...facts } = unit;
  return {
    code,
    office,
    formatted: formatUnitCode(code),
    kind: unit.kind,
    kindTitle: kindTitles[unit.kind],
    location: unit.location,
    area: unit.area,
    items: unitItems(unit),
    facts: { ...facts },
    ...(geometry === undefined ? {} : { geometry }),
    asOf: (asOf ?? platform.clock.now()).toISOString(),
    rights: rights.filter((right) => !isBurden(right)).map((right) => viewRight(right, reveal)),
    restrictions: rights.filter(isBurden).map((right) => viewRight(right, reveal)),
    lapsed: lapsed.map((right) => viewRight(right, reveal)),
    others: otherItems(
      state,
      lineage.predecessors.map((each) => each.code),
    ),
    lineage: { ...lineage, successors: closed ? lineage.successors : [] },
    ...(closed
      ? {
          closed: {
            how: closed.how,
            howTitle: closureTitles[closed.how],
            reason: closed.reason,
            at: closed.at.toISOString(),
            entry: closed.entry,
            successors: [...closed.successors],
            text: closureText(closed),
          },
        }
      : {}),
    flags: flagsOf(state),
    pendingCases: await pendingCases(registration, office, code),
  };
}

/** Common parts of the building owners on the parcel of a unit (业主共有部分). */
export async function viewCommonParts(registration: Registration, actor: Actor, codeText: string) {
  const { office, code } = await permitRead(registration, actor, codeText);
  const { platform } = registration;
  const read = await unitAt(registration, office, code, platform.clock.now());
  const found = read ? await commonPartsOf(platform.database, office, read.state.unit.parcelCode) : [];
  return {
    items: found
      .filter((each) => each.code !== code)
      .map((each) => ({ ...each, formatted: formatUnitCode(each.code) })),
  };
}

async function pendingCases(
  { platform, casework }: Registration,
  office: string,
  code: string,
): Promise<UnitView['pendingCases']> {
  const rows = await caseworkTables(platform.database)
    .selectFrom('casework.case_unit as u')
    .innerJoin('casework.cases as c', (join) =>
      join.onRef('c.office', '=', 'u.office').onRef('c.no', '=', 'u.case_no'),
    )
    .select(['c.no', 'c.business', 'c.business_version', 'c.phase', 'c.opened_at'])
    .where('u.office', '=', office)
    .where('u.unit_code', '=', code)
    .where('c.closed_at', 'is', null)
    .where('c.phase', '<>', 'draft')
    .orderBy('c.opened_at')
    .execute();
  return rows.map((row) => ({
    caseNo: row.no,
    business: casework.definitions.version(row.business, row.business_version).name,
    statusTitle: phaseTitles[row.phase as Phase] ?? row.phase,
    openedAt: row.opened_at.toISOString(),
  }));
}
