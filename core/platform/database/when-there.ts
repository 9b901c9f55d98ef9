import { setTimeout as wait } from 'node:timers/promises';

/** What a PostgreSQL says, or its machine, while it is on its way: refused, not found yet, starting up, shutting down. */
const onItsWay = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ENOTFOUND',
  '57P03',
  '57P01',
  '57P02',
];
const pauseMilliseconds = 1_000;

/** Does the work once the database is there; any other failure, or the last one when patience ends, is thrown. */
export async function whenThere<Result>(
  work: () => Promise<Result>,
  patienceSeconds: number,
  onWait: (reason: string) => void = () => undefined,
): Promise<Result> {
  for (let waited = 0; ; waited += pauseMilliseconds) {
    try {
      return await work();
    } catch (error) {
      const code = codeOf(error);
      if (code === undefined || !onItsWay.includes(code) || waited >= patienceSeconds * 1_000) throw error;
      if (waited === 0) onWait(code);
      await wait(pauseMilliseconds);
    }
  }
}

/** The code of what went wrong at the bottom: of a connection tried at several addresses, that of the first. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return codeOf(error.cause);
}
