import cluster, { type Worker } from 'node:cluster';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { makeSwitchboard } from './switchboard.ts';

export interface Supervision {
  /** How many processes answer. */
  count: number;
  /** How long a process may take to become ready, and to finish what it has in hand. */
  startMilliseconds?: number;
  stopMilliseconds?: number;
  /** Lines for whoever reads the log. */
  say(line: string): void;
}

/** Waiting before a process that died is replaced; the last one repeats. One that lived a minute begins anew. */
const backoff = [0, 500, 1_000, 2_000, 5_000, 10_000, 30_000];
const steadyMilliseconds = 60_000;

interface Place {
  worker: Worker;
  began: number;
  deaths: number;
}

/**
 * Keeps `count` processes of this same program behind one port until a signal: SIGTERM and SIGINT end them all, SIGHUP replaces one after
 * the other by a new one (which reads the program and the settings' files again). A process that ends in between finishes what
 * it was asked. One that dies is replaced, each time after a longer pause.
 *
 * The first is started alone, because it may have to make things the others find. Resolves with the exit code: 0, or that of a process that
 * could not be started at the beginning.
 */
export async function supervise(options: Supervision): Promise<number> {
  const { count, say, startMilliseconds = 180_000, stopMilliseconds = 60_000 } = options;
  const places: Place[] = [];
  const ready = new Map<Worker, (address: string) => void>();
  const workers = () => Object.values(cluster.workers ?? {}).filter((each) => each !== undefined);
  const board = makeSwitchboard(workers);
  const leaving = new Set<Worker>();
  let stopping = false;
  let replacing: Promise<void> | undefined;
  let again = false;

  cluster.on('message', (worker, text) => {
    const address = board.hear(worker, text);
    if (address !== undefined) ready.get(worker)?.(address);
  });
  cluster.on('exit', (worker, code, signal) => {
    board.gone(worker);
    const place = places.find((each) => each.worker === worker);
    if (place && !stopping && !leaving.has(worker)) void replaceDead(place, signal ?? `code ${code}`);
  });

  /** A new process that answers; undefined when it ended before it did, or took too long. */
  const start = async (): Promise<{ worker: Worker; address: string } | undefined> => {
    const worker = cluster.fork();
    const answering = new Promise<string>((resolve) => ready.set(worker, resolve));
    const address = await Promise.race([
      answering,
      exitOf(worker).then(() => undefined),
      wait(startMilliseconds, undefined, { ref: false }),
    ]);
    ready.delete(worker);
    if (address === undefined) worker.process.kill('SIGKILL');
    return address === undefined ? undefined : { worker, address };
  };
  const end = async (worker: Worker): Promise<void> => {
    leaving.add(worker);
    const gone = exitOf(worker);
    worker.process.kill('SIGTERM');
    const late = setTimeout(() => worker.process.kill('SIGKILL'), stopMilliseconds);
    await gone;
    clearTimeout(late);
    leaving.delete(worker);
  };
  const replaceDead = async (place: Place, how: string): Promise<void> => {
    const steady = performance.now() - place.began > steadyMilliseconds;
    place.deaths = steady ? 1 : place.deaths + 1;
    say(`process ${place.worker.process.pid} ended (${how}) and is replaced · 进程异常退出，正在重启`);
    await wait(backoff[Math.min(place.deaths - 1, backoff.length - 1)] ?? 0, undefined, { ref: false });
    if (stopping) return;
    const next = await start();
    if (next) Object.assign(place, { worker: next.worker, began: performance.now() });
    else if (!stopping) void replaceDead(place, 'not ready');
    if (stopping && next) await end(next.worker);
  };
  const replaceAll = async (): Promise<void> => {
    do {
      again = false;
      for (const place of places) {
        if (stopping) return;
        const next = await start();
        if (next === undefined) {
          say('a new process could not be started; the old ones go on · 新进程未能启动，原有进程继续服务');
          return;
        }
        const old = place.worker;
        Object.assign(place, { worker: next.worker, began: performance.now(), deaths: 0 });
        if (!old.isDead()) await end(old);
      }
      say('all processes are replaced · 全部进程已更新');
    } while (again);
  };

  const ended = new Promise<void>((resolve) => {
    const stop = () => {
      if (stopping) return;
      stopping = true;
      resolve();
    };
    process.on('SIGTERM', stop).on('SIGINT', stop);
  });
  process.on('SIGHUP', () => {
    again = true;
    replacing ??= replaceAll().finally(() => {
      replacing = undefined;
    });
  });
  const endAll = () => Promise.all(workers().map(end));

  const begin = async (): Promise<string | undefined> => {
    const next = await start();
    if (next) places.push({ worker: next.worker, began: performance.now(), deaths: 0 });
    return next?.address;
  };
  const address = await begin();
  const others = address === undefined ? [] : await Promise.all(Array.from({ length: count - 1 }, begin));
  if (!stopping) {
    if (address === undefined || others.includes(undefined)) {
      stopping = true;
      await endAll();
      return 1;
    }
    process.stdout.write(`ready ${address}\n`);
    await ended;
  }
  await endAll();
  await replacing;
  await endAll();
  return 0;
}

function exitOf(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    if (worker.isDead()) resolve();
    else worker.once('exit', () => resolve());
  });
}
