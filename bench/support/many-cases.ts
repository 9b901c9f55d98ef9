import { query } from './cluster.ts';

/** One in so many units has had a case. */
const unitsPerCase = 12;
/** One in so many of them is still open. */
const casesPerOpenOne = 50;

/** Fills the case tables as years of work would, so that a list is read from among many. Made by the database itself. */
export async function fillCases(url: string, units: number): Promise<void> {
  const count = Math.max(100, Math.floor(units / unitsPerCase));
  const series = `generate_series(1, ${count}) AS n`;
  const at = `timestamptz '2020-01-01 01:00:00Z' + n * interval '4 years' / ${count}`;
  const number = `'320402' || to_char(${at}, 'YYYYMMDD') || lpad((n % 1000000)::text, 6, '0')`;
  const open = `n % ${casesPerOpenOne} = 0`;
  const statements = [
    `INSERT INTO casework.cases (office, no, business, business_version, channel, phase, form, opened_by, opened_by_name,
       opened_at, limit_days, warning_days, closed_at, search)
     SELECT '320402', ${number}, 'resale-transfer', 1, 'online', CASE WHEN ${open} THEN 'accepting' ELSE 'completed' END, '{}',
       'bench-' || n % 5000, '测试', ${at}, 1, 1, CASE WHEN ${open} THEN NULL ELSE ${at} END,
       to_tsvector('simple', ${number}) FROM ${series}`,
    `INSERT INTO casework.party (office, case_no, ordinal, role, name, id_type, id_sealed, id_index, id_masked)
     SELECT '320402', ${number}, side, CASE side WHEN 0 THEN 'transferor' ELSE 'transferee' END, '测试', '1', 'sealed',
       md5(n::text || '-' || side), '320***********0019' FROM ${series}, generate_series(0, 1) AS side`,
    `INSERT INTO casework.case_unit (office, case_no, ordinal, unit_code, location, area, use)
     SELECT '320402', ${number}, 0, '320402001001GB00001F' || lpad(n::text, 8, '0'), '常州市天宁区青枫里1幢' || n || '室', '98.76',
       '成套住宅' FROM ${series}`,
    `INSERT INTO casework.token (office, case_no, id, node, kind, role, state, entered_at)
     SELECT '320402', ${number}, gen_random_uuid(), step, 'human', 'acceptor',
       CASE WHEN step = 'accept' AND ${open} THEN 'open' ELSE 'done' END, ${at}
     FROM ${series}, unnest(ARRAY['prepare', 'confirm', 'accept']) AS step`,
    'ANALYZE casework.cases, casework.party, casework.case_unit, casework.token',
  ];
  for (const statement of statements) await query(url, statement);
}
