import { driveDue } from '@hengchan/casework';
import { deliverDue } from '@hengchan/exchange';
import { office } from '../support/office.ts';
import { balanceOf } from '../support/town/bank.ts';
import { seal } from '../support/town/town.ts';
import { oneIn } from './cast.ts';
import { actOn, all, bodyFor, codeOf, type Move, someCase } from './moves.ts';
import type { Play } from './play.ts';
import { concerned, type OpenCase, openCases, view } from './turns.ts';

export const deliver: Move = async (play) => {
  const report = await deliverDue(play.server().product.registration.exchange);
  return report.claimed === 0 ? undefined : `deliver: ${JSON.stringify(report)}`;
};

/** A department tells something it has to tell: in any order, and sometimes what it told before. */
export const callBack: Move = async (play) => {
  const waiting = play.hall.callbacks.filter((each) => each.status === 'waiting');
  const told = play.hall.callbacks.filter((each) => each.status === 'accepted');
  const again = told.length > 0 && (waiting.length === 0 || oneIn(play.random, 5));
  const list = again ? told : waiting;
  if (list.length === 0) return undefined;
  const callback = play.random.pick(list);
  const status = await play.hall.tell(play.server().product.registration.exchange, callback);
  const said = callback.answers.at(-1) ?? '';
  if (status >= 500 && !said.includes('"DECLARATION_NOT_READY"') && !play.disturbed())
    play.faults.push(`${callback.message} ${callback.operation} was answered ${said}`);
  if (again && status !== 200 && status < 500)
    play.faults.push(`${callback.message} was accepted, and when told again refused with ${status}`);
  return `${callback.peer} tells ${callback.operation} ${callback.message}${again ? ' again' : ''}: ${status}`;
};

/** Everything that can happen at this moment does. */
export const hurry: Move = async (play) => {
  await play.server().pump();
  return 'everything due happens';
};

/** Somebody acts while both servers do all that is due and hear the same callback, all at the same time. */
export const both: Move = async (play) => {
  const callback = play.hall.callbacks.find((each) => each.status === 'waiting');
  const slow = oneIn(play.random, 2);
  if (slow) play.hall.setMood(() => 'slow');
  const servers = play.servers.map(async (server) => {
    const { casework, exchange } = server.product.registration;
    for (let round = 0; round < 3; round++) {
      const told = callback ? [play.hall.tell(exchange, callback)] : [];
      await all([driveDue(casework), deliverDue(exchange), ...told]);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  });
  const acting = someCase(play).then((row) => actOn(play, row));
  await all([acting, ...servers]).finally(() => {
    if (slow) play.hall.setMood(() => 'well');
  });
  return `both servers are at work while ${(await acting) ?? 'nobody acts'}`;
};

export const drive: Move = async (play) => {
  const driven = await driveDue(play.server().product.registration.casework);
  return driven === 0 ? undefined : `drive ${driven}`;
};

export const work: Move = async (play) => {
  await play.server().product.platform.jobs.drain();
  return 'jobs';
};

export const evidence: Move = async (play) => {
  await seal(play.server());
  return 'seal evidence';
};

/** A while, a day, or long enough for a seizure to lapse. */
export const wait: Move = async (play) => {
  const minute = 60_000;
  const length = play.random.pick([1, 1, 3, 10, 60, 24 * 60, 40 * 24 * 60]);
  play.clock.advance(length * minute);
  if (!oneIn(play.random, 4)) await play.keepSessions();
  return `${length} minutes pass`;
};

/** Somebody pays part of an order, or all of it, at the bank itself. */
export const payAtBank: Move = async (play) => {
  const orders = [...play.hall.bank.orders.values()].filter((order) => balanceOf(order) > 0);
  if (orders.length === 0) return undefined;
  const order = play.random.pick(orders);
  const balance = balanceOf(order);
  const amount = oneIn(play.random, 2) ? play.random.integer(1, balance) : balance;
  play.hall.bank.pay(order, amount, 'qr');
  return `${amount} fen are paid on ${order.asked.orderNo}`;
};

/** Somebody pays a part, and then it is taken back by those who may: what was paid must go back whatever was on its way. */
export const regret: Move = async (play) => {
  const orders = [...play.hall.bank.orders.values()].filter((order) => balanceOf(order) > 1);
  if (orders.length === 0) return undefined;
  const order = play.random.pick(orders);
  if (!oneIn(play.random, 3)) play.hall.bank.pay(order, play.random.integer(1, balanceOf(order) - 1), 'qr');
  if (oneIn(play.random, 2)) await play.server().pump();
  const [row] = await openCases(play, order.asked.caseNo);
  return row && withdraw(play, row);
};

/** Whoever may withdraw the case does. */
export async function withdraw(play: Play, row: OpenCase): Promise<string | undefined> {
  for (const login of concerned(play, row)) {
    const offered = (await view(play, login, row.no))?.availableActions ?? [];
    const withdrawal = offered.find((each) => each.action === 'withdraw');
    if (!withdrawal) continue;
    const answer = await play.post(login, `/api/cases/${row.no}/actions`, bodyFor(play, withdrawal));
    return `${login} withdraws ${row.no}: ${codeOf(answer)}`;
  }
  return undefined;
}

/** A court asks for a seizure, its renewal or release by its own system. */
export const court: Move = async (play) => {
  const { random, cast, hall, clock, units } = play;
  const kind = random.pick(['seize', 'seize', 'renew', 'release'] as const);
  const day = clock.now().toISOString().slice(0, 10);
  hall.desk.callBack('court', 'execute', {
    office,
    documentNo: `（2026）苏0402执协字第${random.integer(100, 999)}号`,
    rulingNo: `（2026）苏0402民初字第${random.integer(100, 999)}号`,
    kind,
    authority: random.pick(cast.courts).name,
    unitCode: random.pick(units),
    respondents: [],
    from: day,
    officers: [{ name: '测试法官', workPermitNo: 'F001' }],
  });
  return `a court sends a request to ${kind}`;
};
