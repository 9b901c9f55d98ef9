import { catalogue } from '@hengchan/catalogue';
import { sequence, verifyLog } from '@hengchan/evidence';
import { sealAudit, verifyAudit } from '@hengchan/platform';
import { testActor } from '@hengchan/platform/testing';
import { verify } from '@hengchan/register';
import type pg from 'pg';
import type { Product } from '../../apps/server/compose.ts';
import type { Hall } from './town/hall.ts';

/** Runs one statement as the owner of the tables. */
export type Ask = <Row extends pg.QueryResultRow>(statement: string, values?: unknown[]) => Promise<Row[]>;

export const asker =
  (client: pg.Client): Ask =>
  async (statement, values = []) =>
    (await client.query(statement, values)).rows as never;

/** What must hold of the register at every moment, by plain queries; empty when it does. */
export async function registerFaults(ask: Ask, office: string): Promise<string[]> {
  const faults: string[] = [];
  const questions = [
    [
      'has more than one current ownership',
      `SELECT unit_code AS what FROM register."right" WHERE office = $1 AND kind = 'ownership' AND ended_entry IS NULL
       GROUP BY 1 HAVING count(*) > 1`,
    ],
    [
      'has two mortgages of one rank',
      `SELECT unit_code AS what FROM register."right" WHERE office = $1 AND kind = 'mortgage' AND ended_entry IS NULL
       GROUP BY unit_code, rank HAVING count(*) > 1`,
    ],
    [
      'was disposed of while it was seized',
      `SELECT entry.unit_code || ' entry ' || entry.number AS what FROM register.entry AS entry
       JOIN register."right" AS seizure ON seizure.office = entry.office AND seizure.unit_code = entry.unit_code
         AND seizure.kind = 'seizure' AND seizure.registered_entry < entry.number
         AND (seizure.ended_entry IS NULL OR seizure.ended_entry > entry.number)
       WHERE entry.office = $1 AND entry.effect_type IN ('transfer', 'mortgage', 'cancellation', 'closure')`,
    ],
    [
      'is not evidenced by exactly one leaf',
      `SELECT 'entry ' || number AS what FROM register.entry AS entry WHERE office = $1 AND 1 <> (
         SELECT count(*) FROM evidence.leaf WHERE leaf.office = entry.office AND kind = 'entry'
           AND subject = entry.number::text)`,
    ],
    [
      'evidences an entry that does not exist',
      `SELECT 'leaf ' || subject AS what FROM evidence.leaf WHERE office = $1 AND kind = 'entry' AND NOT EXISTS (
         SELECT FROM register.entry WHERE entry.office = leaf.office AND entry.number::text = leaf.subject)`,
    ],
  ] as const;
  for (const [fault, statement] of questions) faults.push(...(await several(ask, fault, statement, office)));
  for (const look of [shareFaults, queueFaults, certificateFaults, caseFaults])
    faults.push(...(await look(ask, office)));
  return faults;
}

async function several(ask: Ask, fault: string, statement: string, office: string): Promise<string[]> {
  return (await ask<{ what: string }>(statement, [office])).map((row) => `${row.what} ${fault}`);
}

/** Shares of every current right add up to exactly one; whoever holds alone or jointly has none. */
async function shareFaults(ask: Ask, office: string): Promise<string[]> {
  const rows = await ask<{ id: string; co: string; shares: ([string, string] | null)[] }>(
    `SELECT r.id, r.co_ownership AS co, json_agg(CASE WHEN h.share_numerator IS NULL THEN NULL
       ELSE json_build_array(h.share_numerator::text, h.share_denominator::text) END) AS shares
     FROM register."right" AS r JOIN register.holder AS h ON h.office = r.office AND h.right_id = r.id
     WHERE r.office = $1 AND r.ended_entry IS NULL GROUP BY 1, 2`,
    [office],
  );
  return rows.flatMap(({ id, co, shares }) => {
    if (co !== '2') return shares.some((share) => share !== null) ? [`right ${id} has needless shares`] : [];
    const whole = shares.reduce<[bigint, bigint]>(
      ([above, below], share) => {
        const [numerator, denominator] = (share ?? ['0', '1']).map(BigInt) as [bigint, bigint];
        return [above * denominator + numerator * below, below * denominator];
      },
      [0n, 1n],
    );
    return whole[0] === whole[1] ? [] : [`shares of right ${id} do not add up to one`];
  });
}

/** Current seizures of a unit stand in the order in which their notices were delivered, without a gap. */
async function queueFaults(ask: Ask, office: string): Promise<string[]> {
  const rows = await ask<{ unit: string; queue: number; delivered: string; place: number | null }>(
    `SELECT r.unit_code AS unit, r.queue, r.content::json->>'deliveredAt' AS delivered, q.place
     FROM register."right" AS r LEFT JOIN register.seizure_queue AS q ON q.office = r.office AND q.right_id = r.id
     WHERE r.office = $1 AND r.kind = 'seizure' AND r.ended_entry IS NULL ORDER BY r.unit_code, r.queue`,
    [office],
  );
  const faults: string[] = [];
  for (const [unit, queue] of Map.groupBy(rows, (row) => row.unit)) {
    for (const [index, row] of queue.entries()) {
      const ahead = queue[index - 1];
      if (row.queue !== index || row.place !== index)
        faults.push(`the queue of ${unit} has a gap at ${index}`);
      if (ahead && Date.parse(ahead.delivered) > Date.parse(row.delivered))
        faults.push(`the queue of ${unit} is not in the order of delivery`);
    }
  }
  return faults;
}

/** Numbers without gaps, each recorded once, and valid exactly as long as the right it proves is current. */
async function certificateFaults(ask: Ask, office: string): Promise<string[]> {
  const series = await ask<{ name: string; period: string; value: string; used: string; last: string }>(
    `SELECT counter.name, counter.period, counter.value::text, count(c.number)::text AS used,
       coalesce(max(substring(c.number FROM '第(\\d+)号')::bigint), 0)::text AS last
     FROM platform.counter LEFT JOIN certificates.certificate AS c ON c.office = counter.office
       AND c.kind = counter.name AND substring(c.number FROM '（(\\d{4})）') = counter.period
     WHERE counter.office = $1 AND counter.name IN ('certificate', 'proof') GROUP BY 1, 2, 3`,
    [office],
  );
  const gaps = series
    .filter(({ value, used, last }) => value !== used || value !== last)
    .map((row) => `series ${row.name} ${row.period} is at ${row.value} with ${row.used} issued`);
  const differing = await ask<{ number: string }>(
    `WITH carried AS (
       SELECT certificate AS number FROM register."right" WHERE office = $1 AND ended_entry IS NULL AND certificate IS NOT NULL
       UNION SELECT h.certificate FROM register.holder AS h JOIN register."right" AS r ON r.office = h.office AND r.id = h.right_id
       WHERE r.office = $1 AND r.ended_entry IS NULL AND h.certificate IS NOT NULL),
     valid AS (SELECT number FROM certificates.certificate WHERE office = $1 AND voided_at IS NULL)
     (SELECT number FROM carried EXCEPT SELECT number FROM valid)
     UNION (SELECT number FROM valid EXCEPT SELECT number FROM carried)`,
    [office],
  );
  return [
    ...gaps,
    ...differing.map(({ number }) => `certificate ${number} and the right it proves disagree`),
  ];
}

/** Businesses of one effect on each unit. */
const effectOnEach = new Set(
  ['transfer-ownership', 'establish-mortgage', 'cancel-mortgage', 'first-register'].concat([
    'seize',
    'renew-seizure',
    'release-seizure',
  ]),
);
const simple = new Set(
  catalogue
    .filter((each) => each.effects.length === 1 && effectOnEach.has(each.effects[0] ?? ''))
    .map((each) => each.code),
);
const notifiesOf = new Map(catalogue.map((each) => [each.code, each.notifies]));

interface CaseCount {
  no: string;
  business: string;
  phase: string;
  units: number;
  entries: number;
  /** Units of the case with an entry of it. */
  changed: number;
  /** Moments at which entries of it were made. */
  moments: number;
  entered: number;
  audited: number;
  open: number;
  stuck: number;
  notices: string[];
}

/** Each case is entered once and wholly or not at all, and every department concerned has exactly one message about it. */
async function caseFaults(ask: Ask, office: string): Promise<string[]> {
  const rows = await ask<CaseCount>(
    `SELECT c.no, c.business, c.phase,
       (SELECT count(*)::int FROM casework.case_unit AS u WHERE u.office = c.office AND u.case_no = c.no) AS units,
       (SELECT count(*)::int FROM register.entry AS e WHERE e.office = c.office AND e.case_no = c.no) AS entries,
       (SELECT count(DISTINCT e.unit_code)::int FROM register.entry AS e JOIN casework.case_unit AS u ON u.office = e.office AND u.unit_code = e.unit_code
        WHERE e.office = c.office AND e.case_no = c.no AND u.case_no = c.no) AS changed,
       (SELECT count(DISTINCT e.entered_at)::int FROM register.entry AS e WHERE e.office = c.office AND e.case_no = c.no) AS moments,
       (SELECT count(*)::int FROM casework.event AS e WHERE e.office = c.office AND e.case_no = c.no AND e.action = 'enter') AS entered,
       (SELECT count(*)::int FROM platform.audit AS a WHERE a.office = c.office AND a.action = 'register.enter' AND a.subject = c.no) AS audited,
       (SELECT count(*)::int FROM casework.token AS t WHERE t.office = c.office AND t.case_no = c.no AND t.state = 'open') AS open,
       (SELECT count(*)::int FROM casework.claim AS l WHERE l.office = c.office AND l.case_no = c.no) AS stuck,
       (SELECT coalesce(array_agg(m.peer ORDER BY m.peer), '{}') FROM exchange.message AS m
        WHERE m.office = c.office AND m.case_no = c.no AND m.operation IN ('notice', 'receipt')) AS notices
     FROM casework.cases AS c WHERE c.office = $1`,
    [office],
  );
  return rows.flatMap((row) => {
    const faults: string[] = [];
    const wanted = (notifiesOf.get(row.business) ?? []).flatMap((peer) =>
      peer === 'court' ? Array.from({ length: row.entries }, () => peer) : row.entries > 0 ? [peer] : [],
    );
    // How many entries a case makes is told by its effects, but never that a unit of it is left out or entered apart.
    if (row.entries !== 0 && (row.changed !== row.units || row.moments !== 1))
      faults.push(`has entries on ${row.changed} of ${row.units} units, made at ${row.moments} times`);
    if (simple.has(row.business) && row.entries !== 0 && row.entries !== row.units)
      faults.push(`has ${row.entries} entries for ${row.units} units`);
    if (row.phase === 'completed' && row.entries === 0) faults.push('is completed without its entries');
    const once = row.entries > 0 ? 1 : 0;
    if (row.entered !== once || row.audited !== once)
      faults.push(`was entered ${row.entered} times and audited ${row.audited} times`);
    if ([...wanted].sort().join() !== row.notices.join())
      faults.push(`has notices to ${row.notices} instead of ${wanted}`);
    const ended = ['completed', 'declined', 'refused', 'withdrawn', 'cancelled'].includes(row.phase);
    if (ended && (row.open > 0 || row.stuck > 0)) faults.push('has ended and still holds something');
    if (!ended && row.open === 0) faults.push(`is ${row.phase} with nobody's turn`);
    return faults.map((fault) => `case ${row.no} (${row.business}) ${fault}`);
  });
}

/** Questions asked directly; everything else goes through the outbox. */
const direct = [
  'police/check-identity',
  'civil/check-marriage',
  'market/check-enterprise',
  'housing/find-contract',
  'housing/file-contract',
  'bank/query-order',
];

/**
 * What the departments took in is what was committed, each message once: nothing told of what was rolled back,
 * nothing delivered that did not arrive. After everything was delivered, nothing may wait either.
 */
export async function outboxFaults(ask: Ask, hall: Hall, settled: boolean): Promise<string[]> {
  const rows = await ask<{ peer: string; message_no: string; operation: string; status: string }>(
    'SELECT peer, message_no, operation, status FROM exchange.message',
  );
  const known = new Map(rows.map((row) => [`${row.peer}/${row.message_no}`, row]));
  const faults = hall.conflicts.map((number) => `message ${number} was sent with two contents`);
  for (const [number, kept] of hall.kept) {
    if (direct.includes(`${kept.peer}/${kept.operation}`)) continue;
    if (known.get(number)?.operation !== kept.operation)
      faults.push(`${number} was told and never committed`);
  }
  for (const [number, row] of known) {
    if (row.status === 'delivered' && !hall.kept.has(number))
      faults.push(`${number} counts as delivered and never arrived`);
    if (settled && row.status !== 'delivered' && row.status !== 'dead')
      faults.push(`${number} is still ${row.status}`);
  }
  return faults;
}

/** The slow proofs: the register is the fold of its entries, evidence and audit are what they were made of. */
export async function deepFaults({ platform, evidenceKeys }: Product, office: string): Promise<string[]> {
  const { database } = platform;
  const register = await verify(database, office);
  const sequenced = await sequence(database, office);
  const log = await verifyLog(database, office, { keys: evidenceKeys.publicKeys() });
  while ((await sealAudit(platform)) > 0);
  const audit = await verifyAudit(platform, testActor({ roles: [{ role: 'audit-admin' }] }));
  return [
    ...register.findings.map(({ table, row, message }) => `${table} ${row}: ${message}`),
    ...log.findings.map(({ table, row, message }) => `${table} ${row}: ${message}`),
    ...(sequenced.root === log.root ? [] : ['the root of the evidence is not what its leaves make']),
    ...(log.size === register.entries
      ? []
      : [`${log.size} leaves are sequenced for ${register.entries} entries`]),
    ...audit.faults.map((fault) => `audit ${fault.auditId}: ${fault.fault}`),
  ];
}
