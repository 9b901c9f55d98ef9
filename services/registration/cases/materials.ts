import {
  addMaterial,
  type CaseRecord,
  caseworkErrors,
  caseworkTables,
  finalPhases,
  isOpener,
  isParty,
  removeMaterial,
  requirementOf,
} from '@hengchan/casework';
import { type Actor, fileKinds, platformErrors } from '@hengchan/platform';
import { errors } from '../errors.ts';
import { nameFor } from '../files/name-for.ts';
import type { Registration } from '../registration.ts';
import { isConcernedWith, seeCase } from './see.ts';

export interface Upload {
  material: string;
  name: string;
  content: Uint8Array;
  replaces?: string;
}

/** Parties may add files until the case was reviewed; staff of the office as long as it is open. */
function requireMayAdd(registration: Registration, actor: Actor, record: CaseRecord): void {
  if ((finalPhases as readonly string[]).includes(record.case.phase)) throw caseworkErrors.CASE_CLOSED();
  const standing = isOpener(actor, record) || record.parties.some((party) => isParty(actor, party));
  const early = ['draft', 'checking', 'confirming', 'accepting', 'supplementing'].includes(record.case.phase);
  if (standing && (early || actor.kind === 'staff')) return;
  if (
    actor.kind === 'staff' &&
    registration.platform.access.allows(actor, 'material.write', { office: record.case.office })
  )
    return;
  throw standing ? caseworkErrors.CASE_NOT_EDITABLE() : platformErrors.FORBIDDEN();
}

/** Stores a file, then files it under its material. A file refused by type or size changes nothing. */
export async function putMaterial(
  registration: Registration,
  actor: Actor,
  caseNo: string,
  upload: Upload,
): Promise<string> {
  const record = await seeCase(registration, actor, caseNo);
  requireMayAdd(registration, actor, record);
  const definition = registration.casework.definitions.version(
    record.case.business,
    record.case.business_version,
  );
  const requirement = requirementOf(definition, upload.material);
  if (upload.replaces !== undefined) await requireMayTakeOut(registration, actor, record, upload.replaces);
  const stored = await registration.platform.files.put(upload.content, requirement.accept);
  return addMaterial(
    registration.casework,
    actor,
    caseNo,
    {
      material: upload.material,
      name: upload.name.slice(0, 200) || '未命名文件',
      fileHash: stored.hash,
      mediaType: stored.mediaType,
      size: stored.size,
      mark: requirement.mark ?? fileKinds.material.mark,
      ...(upload.replaces === undefined ? {} : { replaces: upload.replaces }),
    },
    (current) => requireMayAdd(registration, actor, current),
  );
}

export async function deleteMaterial(
  registration: Registration,
  actor: Actor,
  caseNo: string,
  id: string,
): Promise<void> {
  const seen = await seeCase(registration, actor, caseNo);
  await requireMayTakeOut(registration, actor, seen, id);
  await removeMaterial(registration.casework, actor, caseNo, id, (record) =>
    requireMayAdd(registration, actor, record),
  );
}

async function fileOf({ platform }: Registration, { case: { office, no } }: CaseRecord, id: string) {
  return caseworkTables(platform.database)
    .selectFrom('casework.material')
    .selectAll()
    .where('office', '=', office)
    .where('case_no', '=', no)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Papers of one person are taken out by who gave them; throws FORBIDDEN to the other parties. */
async function requireMayTakeOut(
  registration: Registration,
  actor: Actor,
  record: CaseRecord,
  id: string,
): Promise<void> {
  const file = actor.kind === 'staff' ? undefined : await fileOf(registration, record, id);
  if (file && !isConcernedWith(registration, actor, record, file)) throw platformErrors.FORBIDDEN();
}

/** Content of a file of the case. Every look is recorded. */
export async function readMaterial(registration: Registration, actor: Actor, caseNo: string, id: string) {
  const { platform } = registration;
  const record = await seeCase(registration, actor, caseNo);
  const row = await fileOf(registration, record, id);
  if (!row) throw errors.FILE_NOT_FOUND();
  const content = await platform.files.open(actor, {
    file: { kind: 'material', mark: row.mark, hash: row.file_hash, office: row.office },
    concerned: isConcernedWith(registration, actor, record, row),
    line: { action: 'material.read', subject: caseNo, detail: { file: row.name } },
  });
  return { content, mediaType: row.media_type, name: nameFor(actor, row.mark, row.name) };
}
