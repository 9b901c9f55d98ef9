import type { Database } from '@hengchan/platform';
import type { Selectable } from 'kysely';
import { caseOf, rowsOf, type Written } from './store.ts';
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
  const owner = caseOf(caseNo);
  const { files, facts, documents } = await database
    .selectNoFrom([
      rowsOf<Papers['files'][number]>('casework.material', owner, ['added_at']).as('files'),
      rowsOf<Papers['facts'][number]>('casework.fact', owner, ['kind', 'subject']).as('facts'),
      rowsOf<Papers['documents'][number]>('casework.document', owner, ['made_at']).as('documents'),
    ])
    .executeTakeFirstOrThrow();
  return { files: files.filter((file) => file.removed_at === null), facts, documents };
}
