import type { BusinessDefinition } from '@hengchan/casework';
import { catalogue } from '@hengchan/catalogue';
import { pixel } from '../support/client.ts';
import { fillFromExamples } from '../support/walk.ts';
import { type Application, apply, applyFor, type Parts } from './application.ts';
import { everybodyOf, oneIn } from './cast.ts';
import type { Play } from './play.ts';
import { concerned, type OpenCase, openCases, view, whoseTurn } from './turns.ts';

/** One thing somebody does. Says what, or undefined when there was nothing to do. */
export type Move = (play: Play) => Promise<string | undefined>;

type Offered = NonNullable<Awaited<ReturnType<typeof view>>>['availableActions'][number];
type Schema = Parameters<typeof fillFromExamples>[0];

const dataFor = (action: Offered) => (action.data ? { data: fillFromExamples(action.data as Schema) } : {});

export const bodyFor = (play: Play, action: Offered) => {
  const data = dataFor(action);
  if (action.action === 'pay') data.data = { method: play.random.pick(['quick', 'quick', 'cashier', 'qr']) };
  return {
    action: action.action,
    ...(action.comment === 'none' ? {} : { comment: '情况属实' }),
    ...data,
  };
};

/** Mostly the usual way; now and then another, seldom one that ends the case. What was refused before is not tried for ever. */
function choose(play: Play, no: string, offered: readonly Offered[]): Offered | undefined {
  const primary = offered.find((each) => each.style === 'primary');
  const before = play.tried.get(`${no} ${primary?.step}`) ?? 0;
  if (primary && !oneIn(play.random, 6) && play.random.integer(0, 1 + before * before) <= 1) return primary;
  const others = offered.filter((each) => each.style !== 'danger' || oneIn(play.random, 3));
  return others.length > 0 ? play.random.pick(others) : primary;
}

/** Any that is open, more often one of the oldest, so that many come to their end. */
export async function someCase(play: Play): Promise<OpenCase | undefined> {
  const rows = await openCases(play);
  if (rows.length === 0) return undefined;
  return oneIn(play.random, 2) ? play.random.pick(rows) : play.random.pick(rows.slice(0, 4));
}

/** What its applicant writes is not part of the play. */
function aside(play: Play, write: (parts: Parts) => Promise<Application | undefined>) {
  const { random, cast, ask, clock, known, units } = play;
  const { platform } = play.server().product;
  return play.aside(() => write({ random, cast, ask, now: clock.now(), known, units, platform }));
}

/** Any kind of business, and of its kind any: many differ only in where they are applied for. */
function pickBusiness(random: Play['random']): BusinessDefinition {
  return random.pick(random.pick(kinds));
}

const kinds = [...Map.groupBy(catalogue, (each) => `${each.effects}/${each.taxed}`).values()];

export const open: Move = async (play) => {
  const definition = pickBusiness(play.random);
  // What is seized can do nothing else for long.
  if (definition.effects.includes('seize') && oneIn(play.random, 2)) return undefined;
  const application = await aside(play, (parts) => apply(parts, definition));
  if (!application) return undefined;
  const answer = await play.post(application.login, '/api/cases', application.body);
  const { caseNo, code } = answer.body as { caseNo?: string; code?: string };
  return `${application.login} applies for ${definition.code}: ${answer.status} ${caseNo ?? code}`;
};

export async function giveMaterials(play: Play, login: string, no: string): Promise<void> {
  const seen = await view(play, login, no);
  for (const material of seen?.materials ?? [])
    if (material.required && material.status === 'missing')
      await play.upload(login, no, material.code, pixel);
}

export const act: Move = async (play) => actOn(play, await someCase(play));

/** One case is carried on without a pause, everything it waits for happening at once, as far as it goes. */
export const carryOn: Move = async (play) => {
  const first = await someCase(play);
  const done: string[] = [];
  for (let round = 0; first && round < 6; round++) {
    const [row] = await openCases(play, first.no);
    const said = await actOn(play, row);
    if (said === undefined) break;
    done.push(said);
    // Who was refused does not ask again at once.
    if (/: 4\d\d/.test(said)) break;
    await play.server().pump();
  }
  return done.length > 0 ? done.join('\n  then ') : undefined;
};

export async function actOn(play: Play, row: OpenCase | undefined): Promise<string | undefined> {
  const turn = row && whoseTurn(play, row);
  if (!row || !turn || turn.length === 0) return undefined;
  const login = oneIn(play.random, 12)
    ? play.random.pick(concerned(play, row).concat(turn))
    : play.random.pick(turn);
  const seen = await view(play, login, row.no);
  const action = seen && choose(play, row.no, seen.availableActions);
  if (!action) return undefined;
  if (['submit', 'resubmit', 'accept'].includes(action.action) && !oneIn(play.random, 10))
    await giveMaterials(play, login, row.no);
  const answer = await play.post(login, `/api/cases/${row.no}/actions`, bodyFor(play, action));
  const place = `${row.no} ${action.step}`;
  play.tried.set(place, (play.tried.get(place) ?? 0) + 1);
  return `${login} ${action.action} ${row.no} (${row.business}): ${codeOf(answer)}`;
}

export function codeOf({ status, body }: { status: number; body: unknown }): string {
  const said = body as { code?: string; status?: string; findings?: { code: string }[] };
  const findings = said.findings?.map((each) => each.code).join() ?? '';
  return `${status} ${said.code ?? said.status ?? ''} ${findings}`.trim();
}

/** Somebody tries what is not offered to them: refused, and nothing changes. */
export const forbidden: Move = async (play) => {
  const row = await someCase(play);
  if (!row) return undefined;
  const login = play.random.pick(everybodyOf(play.cast));
  const offered = (await view(play, login, row.no))?.availableActions.map((each) => each.action) ?? [];
  const definition = catalogue.find((each) => each.code === row.business);
  const actions = (definition?.process.nodes ?? []).flatMap((node) =>
    node.kind === 'human' ? node.actions.map((each) => each.action) : [],
  );
  const action = play.random.pick([...actions, 'withdraw', 'nonsense']);
  if (offered.includes(action)) return undefined;
  const answer = await play.post(login, `/api/cases/${row.no}/actions`, { action, comment: '试试' });
  const after = (await openCases(play, row.no))[0];
  if (answer.status === 200) play.faults.push(`${login} did ${action} on ${row.no} without being offered it`);
  if (answer.status < 500 && after?.revision !== row.revision)
    play.faults.push(`a refused ${action} changed ${row.no}`);
  return `${login} tries ${action} on ${row.no}: ${codeOf(answer)}`;
};

/** Somebody acts on what they saw before others changed it: 412, never done. */
export const stale: Move = async (play) => {
  const row = await someCase(play);
  const turn = row && whoseTurn(play, row);
  if (!row || !turn || turn.length === 0 || row.revision < 2) return undefined;
  const login = play.random.pick(turn);
  const action = (await view(play, login, row.no))?.availableActions[0];
  if (!action) return undefined;
  const answer = await play.post(login, `/api/cases/${row.no}/actions`, bodyFor(play, action), {
    'if-match': `"${row.revision - 1}"`,
  });
  if (answer.status !== 412 && answer.status < 500)
    play.faults.push(`a stale ${action.action} on ${row.no} got ${answer.status}`);
  return `${login} ${action.action} ${row.no} with a stale version: ${codeOf(answer)}`;
};

/** Two people of a role decide at the same moment: at most one of them does. */
export const together: Move = async (play) => {
  const row = await someCase(play);
  const role = row?.tokens.find((token) => token.kind === 'human' && !token.role.startsWith('party:'))?.role;
  const [first, second] = play.cast.staff[role ?? ''] ?? [];
  if (!row || !first || !second) return undefined;
  const offers: Awaited<ReturnType<typeof view>>[] = [];
  for (const login of [first, second]) offers.push(await view(play, login, row.no));
  const [mine, other] = offers.map((seen) => seen && choose(play, row.no, seen.availableActions));
  if (!mine || !other) return undefined;
  const path = `/api/cases/${row.no}/actions`;
  const posts = [play.post(first, path, bodyFor(play, mine)), play.post(second, path, bodyFor(play, other))];
  await all(posts);
  const answers = await Promise.all(posts);
  const done = answers.filter((answer) => answer.status === 200).length;
  const same = mine.step === other.step;
  // What leaves the step open leaves room for the other: a retry that is stopped again, and then a refusal.
  const leavesOpen = [mine, other].some(({ action }) => ['retry', 'return', 'supplement'].includes(action));
  if (same && done > 1 && !leavesOpen)
    play.faults.push(`${mine.action} and ${other.action} of two clerks were both done on ${row.no}`);
  return `${first} ${mine.action} and ${second} ${other.action} on ${row.no}: ${answers.map(codeOf)}`;
};

/** The same request once more: the same answer. One that got none is sent again when its server is given up. */
export const replay: Move = async (play) => {
  const lost = play.sent.find((each) => !each.answer);
  if (lost) play.clock.advance(61_000);
  const sent = lost ?? play.sent.at(-play.random.integer(1, Math.min(10, play.sent.length)));
  if (!sent) return undefined;
  const headers = { 'idempotency-key': sent.key };
  const answer = await play.request(sent.login, 'POST', sent.path, sent.body, headers);
  const [done] = await play.ask('SELECT FROM casework.event WHERE idempotency_key = $1', [sent.key]);
  if (done && answer.status >= 400 && answer.status < 500)
    play.faults.push(`${sent.key} was done and, repeated, refused with ${answer.status}`);
  if (sent.answer && answer.status < 500 && JSON.stringify(answer.body) !== JSON.stringify(sent.answer.body))
    play.faults.push(
      `${sent.key} to ${sent.path} was answered ${codeOf(sent.answer)} and then ${codeOf(answer)}`,
    );
  if (lost && answer.status < 500) lost.answer = answer;
  return `${sent.login} repeats ${sent.key} ${sent.path}: ${codeOf(answer)}`;
};

export const amend: Move = async (play) => {
  const rows = (await openCases(play)).filter((row) => ['draft', 'supplementing'].includes(row.phase));
  const row = rows.length > 0 ? play.random.pick(rows) : undefined;
  if (!row?.opened_by) return undefined;
  const definition = catalogue.find((each) => each.code === row.business);
  if (!definition) return undefined;
  const { random } = play;
  const applied = await aside(play, (parts) => applyFor(parts, definition, [row.unit]));
  if (!applied) return undefined;
  const { body } = applied;
  const seen = await view(play, row.opened_by, row.no);
  const change = oneIn(random, 2)
    ? { form: { ...seen?.form, ...body.form } }
    : { form: { ...seen?.form, ...body.form }, parties: body.parties };
  const answer = await play.request(row.opened_by, 'PATCH', `/api/cases/${row.no}`, change);
  return `${row.opened_by} amends ${row.no}: ${codeOf(answer)}`;
};

/** Takes an open task, or gives one back. */
export const claim: Move = async (play) => {
  const login = play.random.pick(Object.values(play.cast.staff).flat());
  const tasks = await play.request(login, 'GET', '/api/tasks');
  const { items = [] } = tasks.body as { items?: { id: string }[] };
  if (items.length === 0) return undefined;
  const { id } = play.random.pick(items);
  const verb = oneIn(play.random, 3) ? 'release' : 'claim';
  const answer = await play.post(login, `/api/tasks/${id}/${verb}`, {});
  return `${login} ${verb}s ${id}: ${codeOf(answer)}`;
};

/** Waits for all of them, also when one fails: nothing goes on behind the next move. */
export async function all(works: Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(works)).find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
}
