import type { Access } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import type { Audit, AuditLine } from '../audit/audit.ts';
import type { Database } from '../database/tables.ts';
import type { Problem } from '../errors/index.ts';
import { fileErrors } from './errors.ts';
import type { FileStore, Files } from './files.ts';
import { type FileKindCode, fileKinds, type Mark, marks, permissionOf } from './marks.ts';
import type { Shelf } from './shelves.ts';
import { fileTables } from './tables.ts';

/** A stored file as the row it is filed in knows it. */
export interface MarkedFile {
  kind: FileKindCode;
  mark: Mark;
  hash: string;
  office: string;
}

export interface Opening {
  file: MarkedFile;
  /** Whether it concerns the actor: a party it is for, who filed it, who stands in for a colleague whose turn it is. */
  concerned: boolean;
  /** The line that says it was opened. */
  line: Omit<AuditLine, 'office'>;
  /** What somebody it is not for is told; FILE_NOT_FOR_YOU unless said. */
  refusal?: Problem;
}

/** Somebody tried to open what is not for them. */
export interface RefusedOpening {
  actor: Actor;
  file: MarkedFile;
  subject: string;
}

export type RefusalKeeper = (refused: RefusedOpening) => Promise<void>;

/** Whether a file is for somebody as far as office, post and concern say; that only named persons open it is asked besides. */
export function isFor(access: Access, actor: Actor, file: MarkedFile, concerned: boolean): boolean {
  if (file.mark === 'public' || actor.kind === 'system') return true;
  const kind: { staff?: string; concerned: boolean } = fileKinds[file.kind];
  if (concerned && kind.concerned) return true;
  if (actor.kind !== 'staff' || actor.limitedTo !== undefined) return false;
  const holds = (permission: string) => access.allows(actor, permission, { office: file.office });
  return [kind.staff, permissionOf(file.mark)].every(
    (permission) => permission === undefined || holds(permission),
  );
}

/** Those named for a file may open it until they are struck off. */
export async function isNamed(database: Database, { accountId }: Actor, file: MarkedFile): Promise<boolean> {
  const row = await fileTables(database)
    .selectFrom('platform.file_reader')
    .select('account')
    .where('office', '=', file.office)
    .where('hash', '=', file.hash)
    .where('account', '=', accountId)
    .where('struck_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a file is opened for named persons only, and this is none whom it concerns. */
const asksNames = ({ kind, mark }: MarkedFile, concerned: boolean): boolean =>
  'named' in marks[mark] && !(concerned && fileKinds[kind].concerned);

/** Puts the question in front of every stored file that is shown to somebody. Rows SEC-LEK-04, SEC-PRV-06. */
export function guardFiles(
  store: FileStore,
  { database, access, audit }: { database: Database; access: Access; audit: Audit },
): Files {
  const shelves = new Map<string, Shelf>();
  let keeper: RefusalKeeper | undefined;
  const admit = async (actor: Actor, { file, concerned, line, refusal }: Opening): Promise<void> => {
    const { office, mark, kind, hash } = file;
    const { subject } = line;
    const own = isFor(access, actor, file, concerned);
    if (own && (!asksNames(file, concerned) || (await isNamed(database, actor, file)))) {
      await audit.write(database, actor, { ...line, office, detail: { ...line.detail, mark } });
      return;
    }
    const detail = { ...line.detail, mark, kind, hash };
    await audit.write(database, actor, { action: 'file.refuse', subject, office, detail });
    await keeper?.({ actor, file, subject });
    throw refusal ?? fileErrors.FILE_NOT_FOR_YOU();
  };
  return {
    ...store,
    async open(actor, opening) {
      await admit(actor, opening);
      return store.get(opening.file.hash);
    },
    isFor: (actor, file, concerned) => isFor(access, actor, file, concerned),
    tellRefusals(told) {
      keeper = told;
    },
    shelve: (name, shelf) => void shelves.set(name, shelf),
    shelf: (name) => shelves.get(name),
  };
}
