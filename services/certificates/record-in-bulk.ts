import type { Transaction } from '@hengchan/platform';
import { sql } from 'kysely';
import type { NewCertificate } from './certificates.ts';

/** A certificate whose right an entry ended. */
export interface VoidedCertificate {
  readonly number: string;
  readonly entry: number;
  readonly at: Date;
}

/**
 * Records what many entries of one office issued, and voids what they ended, in their transaction: for seeds and
 * for taking over an older register. A certificate may be issued and voided in the same call.
 */
export async function recordInBulk(
  trx: Transaction,
  office: string,
  issued: readonly Omit<NewCertificate, 'office'>[],
  voided: readonly VoidedCertificate[],
): Promise<void> {
  if (issued.length > 0) {
    await sql`
      INSERT INTO certificates.certificate (office, number, kind, unit_code, location, case_no, entry_number,
        holder_names, holder_indexes, issued_at)
      SELECT ${office}, number, kind, unit_code, location, case_no, entry_number, holder_names, holder_indexes, issued_at
      FROM json_populate_recordset(NULL::certificates.certificate, ${JSON.stringify(issued)}::json)`.execute(
      trx,
    );
  }
  if (voided.length > 0) {
    // Joined by the whole key: with the office as a constant the planner, knowing nothing yet, reads every certificate.
    const rows = voided.map((each) => ({ office, ...each }));
    await sql`
      UPDATE certificates.certificate AS old SET voided_at = new.at, voided_entry = new.entry
      FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS new (office text, number text, entry bigint, at timestamptz)
      WHERE old.office = new.office AND old.number = new.number AND old.voided_at IS NULL`.execute(trx);
  }
}
