import type { Database } from '@hengchan/platform';
import type { Selectable } from 'kysely';
import { errors } from './errors.ts';
import { type CaseRecord, caseOf, recordOf, rowsOf, selectCase, type Written } from './store.ts';
import type { CaseworkTables } from './tables.ts';

type Rows<Table extends keyof CaseworkTables> = Written<Selectable<CaseworkTables[Table]>>[];

/** What lies in a case's folder. Moments are texts. */
export interface Papers {
  /** Files given, without those taken out again, in the order in which they came. */
  files: Rows<'casework.material'>;
  /** What departments answered, by kind and subject. */
  facts: Rows<'casework.fact'>;
  /** Documents the platform made, in their order. */
  documents: Rows<'casework.document'>;
}

/** Everything in the folder of a case, by one statement. */
export async function papersOf(database: Database, caseNo: string): Promise<Papers> {
  return inFolder(await database.selectNoFrom(columns(caseNo)).executeTakeFirstOrThrow());
}

/** A case with its folder, by one statement; throws CASE_NOT_FOUND. */
export async function getCaseWithPapers(
  database: Database,
  caseNo: string,
): Promise<{ record: CaseRecord; papers: Papers }> {
  const row = await selectCase(database, caseNo).select(columns(caseNo)).executeTakeFirst();
  if (!row) throw errors.CASE_NOT_FOUND();
  const { files, facts, documents, ...own } = row;
  return { record: recordOf(own), papers: inFolder({ files, facts, documents }) };
}

function columns(caseNo: string) {
  const owner = caseOf(caseNo);
  return [
    rowsOf<Papers['files'][number]>('casework.material', owner, ['added_at']).as('files'),
    rowsOf<Papers['facts'][number]>('casework.fact', owner, ['kind', 'subject']).as('facts'),
    rowsOf<Papers['documents'][number]>('casework.document', owner, ['made_at']).as('documents'),
  ] as const;
}

const inFolder = ({ files, ...others }: Papers): Papers => ({
  files: files.filter((file) => file.removed_at === null),
  ...others,
});
