import { lockCase } from '@hengchan/casework';
import { type Actor, fileKinds, platformErrors } from '@hengchan/platform';
import { errors } from '../errors.ts';
import { nameFor } from '../files/name-for.ts';
import type { Registration } from '../registration.ts';
import { noticeTables, type Objection } from '../tables.ts';
import { filesOf, getObjection } from './store.ts';

const accepted = ['application/pdf', 'image/jpeg', 'image/png'];
const mostFiles = 10;

/** Adds a file to one's own objection while it is not decided. */
export async function addObjectionFile(
  registration: Registration,
  actor: Actor,
  noticeNo: string,
  id: string,
  file: { name: string; content: Uint8Array },
): Promise<Objection> {
  const { platform } = registration;
  const found = await seeObjection(registration, actor, id);
  if (found.notice_no !== noticeNo) throw errors.OBJECTION_NOT_FOUND();
  if (found.filed_by !== actor.accountId) throw platformErrors.FORBIDDEN();
  const stored = await platform.files.put(file.content, accepted);
  return platform.database.transaction().execute(async (trx) => {
    await lockCase(trx, found.case_no);
    const objection = await getObjection(trx, id);
    if (objection.outcome !== null) throw errors.OBJECTION_DECIDED();
    if ((await filesOf(trx, [objection])).length >= mostFiles) throw errors.TOO_MANY_FILES();
    await noticeTables(trx)
      .insertInto('registration.objection_file')
      .values({
        office: objection.office,
        objection: id,
        id: platform.ids.uuid(),
        name: file.name.slice(0, 200) || '未命名文件',
        file_hash: stored.hash,
        media_type: stored.mediaType,
        size: stored.size,
        mark: fileKinds.objection.mark,
        added_at: platform.clock.now(),
      })
      .execute();
    return objection;
  });
}

/** A file of an objection, for who filed it and staff of the office. Every look is recorded. */
export async function readObjectionFile(
  registration: Registration,
  actor: Actor,
  id: string,
  fileId: string,
) {
  const { platform } = registration;
  const objection = await seeObjection(registration, actor, id);
  const file = (await filesOf(platform.database, [objection])).find((each) => each.id === fileId);
  if (!file) throw errors.FILE_NOT_FOUND();
  const content = await platform.files.open(actor, {
    file: { kind: 'objection', mark: file.mark, hash: file.file_hash, office: objection.office },
    concerned: concerns(actor, objection),
    line: { action: 'objection.read', subject: objection.case_no, detail: { objection: id, file: fileId } },
  });
  return { content, mediaType: file.media_type, name: nameFor(actor, file.mark, file.name) };
}

/** The objection, for somebody who may see it; to others it does not exist. */
export async function seeObjection(registration: Registration, actor: Actor, id: string): Promise<Objection> {
  if (actor.kind === 'anonymous') throw platformErrors.UNAUTHENTICATED();
  const objection = await getObjection(registration.platform.database, id);
  if (!maySeeObjection(registration, actor, objection)) throw errors.OBJECTION_NOT_FOUND();
  return objection;
}

/** Who filed it, the body it was filed for, and staff who may read the case. */
export function maySeeObjection({ platform }: Registration, actor: Actor, objection: Objection): boolean {
  if (concerns(actor, objection)) return true;
  return actor.kind === 'staff' && platform.access.allows(actor, 'case.read', { office: objection.office });
}

const concerns = (actor: Actor, { filed_by, id_index }: Objection): boolean =>
  filed_by === actor.accountId || id_index === actor.idIndex || id_index === actor.organisation?.idIndex;
