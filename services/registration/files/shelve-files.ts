import { caseworkTables, officeOf } from '@hengchan/casework';
import { markDocument } from '@hengchan/certificates';
import { kindOfDocument } from '../cases/kind-of-document.ts';
import type { Registration } from '../registration.ts';
import { noticeTables } from '../tables.ts';

/** Where each kind of file of a case stands, so that its mark can be changed. A published notice stays public. Row SEC-LEK-04. */
export function shelveFiles({ platform: { files } }: Registration): void {
  /** `case number/id`. */
  files.shelve('material', {
    async find(database, key) {
      const [caseNo, id] = parts(key);
      if (!isUuid(id)) return undefined;
      const row = await caseworkTables(database)
        .selectFrom('casework.material')
        .select(['office', 'name', 'mark', 'file_hash'])
        .where('office', '=', officeOf(caseNo))
        .where('case_no', '=', caseNo)
        .where('id', '=', id)
        .executeTakeFirst();
      return (
        row && { kind: 'material', mark: row.mark, hash: row.file_hash, office: row.office, title: row.name }
      );
    },
    async mark(trx, key, { office, mark }) {
      const [caseNo, id] = parts(key);
      await caseworkTables(trx)
        .updateTable('casework.material')
        .set({ mark })
        .where('office', '=', office)
        .where('case_no', '=', caseNo)
        .where('id', '=', id)
        .execute();
    },
  });
  /** `case number/code`: every version of the document. */
  files.shelve('document', {
    async find(database, key) {
      const [caseNo, code] = parts(key);
      const kind = kindOfDocument(code);
      if (kind === 'announcement') return undefined;
      const row = await caseworkTables(database)
        .selectFrom('casework.document')
        .select(['office', 'title', 'mark', 'file_hash'])
        .where('office', '=', officeOf(caseNo))
        .where('case_no', '=', caseNo)
        .where('code', '=', code)
        .orderBy('made_at', 'desc')
        .executeTakeFirst();
      return row && { kind, mark: row.mark, hash: row.file_hash, office: row.office, title: row.title };
    },
    async mark(trx, key, { kind, office, mark }) {
      const [caseNo, code] = parts(key);
      await caseworkTables(trx)
        .updateTable('casework.document')
        .set({ mark })
        .where('office', '=', office)
        .where('case_no', '=', caseNo)
        .where('code', '=', code)
        .execute();
      if (kind === 'certificate') await markDocument(trx, office, code, mark);
    },
  });
  /** `objection/id`. */
  files.shelve('objection', {
    async find(database, key) {
      const [objection, id] = parts(key);
      if (!isUuid(id) || !isUuid(objection)) return undefined;
      const row = await noticeTables(database)
        .selectFrom('registration.objection_file')
        .select(['office', 'name', 'mark', 'file_hash'])
        .where('objection', '=', objection)
        .where('id', '=', id)
        .executeTakeFirst();
      return (
        row && { kind: 'objection', mark: row.mark, hash: row.file_hash, office: row.office, title: row.name }
      );
    },
    async mark(trx, key, { office, mark }) {
      const [objection, id] = parts(key);
      await noticeTables(trx)
        .updateTable('registration.objection_file')
        .set({ mark })
        .where('office', '=', office)
        .where('objection', '=', objection)
        .where('id', '=', id)
        .execute();
    },
  });
}

/** Certificate numbers hold no slash, but who asks may send anything. */
function parts(key: string): [string, string] {
  const at = key.indexOf('/');
  return [key.slice(0, at), key.slice(at + 1)];
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
