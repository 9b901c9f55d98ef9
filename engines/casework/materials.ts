import type { Actor, Database, Mark } from '@hengchan/platform';
import type { Casework } from './casework.ts';
import type { BusinessDefinition, MaterialRequirement } from './definition.ts';
import { errors } from './errors.ts';
import { recordEvent } from './history.ts';
import { type CaseRecord, lockCase, officeOf, saveCase, tables } from './store.ts';

export interface NewMaterial {
  material: string;
  name: string;
  fileHash: string;
  mediaType: string;
  mark: Mark;
  size: number;
  /** A file this one replaces. */
  replaces?: string;
}

/** Of one material. Nobody reviews more, and a case is read with all its files at once. */
const mostFiles = 50;

/** Files a material that was stored already. `check` says whether the actor may, under the lock. */
export async function addMaterial(
  casework: Casework,
  actor: Actor,
  caseNo: string,
  file: NewMaterial,
  check: (record: CaseRecord) => void,
): Promise<string> {
  const { platform } = casework;
  return platform.database.transaction().execute(async (trx) => {
    const record = await lockCase(trx, caseNo);
    check(record);
    requirementOf(
      casework.definitions.version(record.case.business, record.case.business_version),
      file.material,
    );
    if (file.replaces) await markRemoved(casework, trx, caseNo, file.replaces);
    else if ((await countFiles(trx, record, file.material)) >= mostFiles) throw errors.MATERIAL_FULL();
    const id = platform.ids.uuid();
    await tables(trx)
      .insertInto('casework.material')
      .values({
        office: record.case.office,
        case_no: caseNo,
        id,
        material: file.material,
        name: file.name,
        file_hash: file.fileHash,
        media_type: file.mediaType,
        size: file.size,
        mark: file.mark,
        added_at: platform.clock.now(),
        added_by: actor.accountId,
        added_by_name: actor.name,
        removed_at: null,
      })
      .execute();
    await recordEvent(platform, trx, actor, {
      caseNo,
      action: 'add-material',
      title: '提交材料',
      data: { material: file.material, file: file.name },
    });
    await saveCase(trx, record, {});
    return id;
  });
}

async function countFiles(
  trx: Database,
  { case: { office, no } }: CaseRecord,
  material: string,
): Promise<number> {
  const { count } = await tables(trx)
    .selectFrom('casework.material')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('office', '=', office)
    .where('case_no', '=', no)
    .where('material', '=', material)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Takes a file out of the list; it stays on record. */
export async function removeMaterial(
  casework: Casework,
  actor: Actor,
  caseNo: string,
  id: string,
  check: (record: CaseRecord) => void,
): Promise<void> {
  await casework.platform.database.transaction().execute(async (trx) => {
    const record = await lockCase(trx, caseNo);
    check(record);
    await markRemoved(casework, trx, caseNo, id);
    await recordEvent(casework.platform, trx, actor, {
      caseNo,
      action: 'remove-material',
      title: '删除材料',
    });
    await saveCase(trx, record, {});
  });
}

async function markRemoved(
  casework: Casework,
  trx: Parameters<typeof tables>[0],
  caseNo: string,
  id: string,
): Promise<void> {
  const removed = await tables(trx)
    .updateTable('casework.material')
    .set({ removed_at: casework.platform.clock.now() })
    .where('office', '=', officeOf(caseNo))
    .where('case_no', '=', caseNo)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!removed) throw errors.MATERIAL_NOT_FOUND();
}

export function requirementOf(definition: BusinessDefinition, code: string): MaterialRequirement {
  const found = definition.materials.find((each) => each.code === code);
  if (!found) throw errors.MATERIAL_NOT_FOUND();
  return found;
}

/** The materials this case needs: those whose condition holds. */
export function requirementsFor(definition: BusinessDefinition, record: CaseRecord): MaterialRequirement[] {
  return definition.materials.filter(({ when }) => {
    if (when?.channel && when.channel !== record.case.channel) return false;
    if (when?.role && !record.parties.some((party) => party.role === when.role)) return false;
    return Object.entries(when?.form ?? {}).every(([field, value]) => record.case.form[field] === value);
  });
}
