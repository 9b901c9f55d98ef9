import type { Database, Transaction } from '@hengchan/platform';
import { tables } from './database.ts';

/** Units of a parcel that are the common parts of building owners (业主共有部分, 实施细则 36), by code. At most 50. */
export async function commonPartsOf(
  database: Database | Transaction,
  office: string,
  parcelCode: string,
): Promise<{ code: string; location: string }[]> {
  return tables(database)
    .selectFrom('register.unit as u')
    .innerJoin('register.right as r', (join) =>
      join.onRef('r.office', '=', 'u.office').onRef('r.unit_code', '=', 'u.code'),
    )
    .select(['u.code', 'u.location'])
    .where('u.office', '=', office)
    .where('u.parcel_code', '=', parcelCode)
    .where('u.ended_entry', 'is', null)
    .where('r.kind', '=', 'ownership')
    .where('r.ended_entry', 'is', null)
    .where('r.content', 'like', '%"commonParts":true%')
    .orderBy('u.code')
    .limit(50)
    .execute();
}
