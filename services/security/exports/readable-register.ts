import { sql } from 'kysely';
import type { Security } from '../security.ts';

const limit = 1_000_000;

interface Line {
  unit_code: string;
  location: string;
  area: string;
  use: string;
  right_type: string;
  kind: string;
  holder: string;
  id_masked: string;
  share: string | null;
  certificate: string | null;
  registered_at: string;
}

/** The rights in force, one line for each holder, for people and spreadsheets. Identity numbers stay masked: the whole ones are in the tables. */
export async function readableRegister(
  { platform }: Security,
  watermark: string,
): Promise<string | undefined> {
  const { rows: found } = await sql<{ present: boolean }>`
    SELECT to_regclass('register.right') IS NOT NULL AS present`.execute(platform.database);
  if (!found[0]?.present) return undefined;
  const { rows } = await sql<Line>`
    SELECT unit.code AS unit_code, unit.location, unit.area::text, unit.use, held.right_type, held.kind,
      holder.name AS holder, holder.id_masked, held.certificate,
      holder.share_numerator || '/' || holder.share_denominator AS share,
      to_char(held.registered_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') AS registered_at
    FROM register."right" AS held
    JOIN register.unit AS unit ON unit.office = held.office AND unit.code = held.unit_code AND unit.ended_entry IS NULL
    JOIN register.holder AS holder ON holder.office = held.office AND holder.right_id = held.id
    WHERE held.ended_entry IS NULL
    ORDER BY unit.code, held.kind, held.id, holder.ordinal LIMIT ${limit}`.execute(platform.database);
  const header = [
    '不动产单元号',
    '坐落',
    '面积（平方米）',
    '用途代码',
    '权利类型代码',
    '权利种类',
    '权利人',
    '证件号码',
    '份额',
    '证号',
    '登记时间',
  ];
  const lines = rows.map((row) => [
    row.unit_code,
    row.location,
    row.area,
    row.use,
    row.right_type,
    kinds[row.kind] ?? row.kind,
    row.holder,
    row.id_masked,
    row.share ?? '',
    row.certificate ?? '',
    row.registered_at,
  ]);
  return `\uFEFF${[[watermark], header, ...lines].map((line) => `${line.map(csvField).join(',')}\r\n`).join('')}`;
}

const kinds: Readonly<Record<string, string>> = { ownership: '所有权', mortgage: '抵押权', seizure: '查封' };

/** Quoted; a leading sign that a spreadsheet would calculate with is made harmless. */
function csvField(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
