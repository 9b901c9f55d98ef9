import { driveCase, driveDue, isTakenUp } from '@hengchan/casework';
import { handOverKeys, sequence, signCheckpoint } from '@hengchan/evidence';
import { deliverDue, scheduleDelivery } from '@hengchan/exchange';
import type { Product } from './compose.ts';

/** Time in which what happens together is gathered, and in which whoever caused it goes on with it. */
const gatherMilliseconds = 10;

/**
 * Work without a request: automatic steps, the outbox, the evidence log. Timers make sure nothing waits for ever;
 * events make sure people do not wait for a timer. Returns what stops it, after work in hand is done.
 */
export function startBackground(product: Product): () => Promise<void> {
  const { platform, registration } = product;
  const { casework, exchange } = registration;
  platform.jobs.every(2, 'casework.drive', async () => {
    await driveDue(casework);
  });
  scheduleDelivery(exchange, platform.jobs);
  platform.jobs.every(5, 'evidence.sequence', () => sealEvidence(product));

  const stopWatching = platform.keys.watch();
  const running = new Set<Promise<unknown>>();
  const waiting = new Map<string, NodeJS.Timeout>();
  const track = (work: Promise<unknown>) => {
    const guarded = work.catch((error: unknown) =>
      platform.log.error({ err: error }, 'background work failed'),
    );
    running.add(guarded);
    void guarded.finally(() => running.delete(guarded));
  };
  const soon = (key: string, work: () => Promise<unknown>) => {
    if (waiting.has(key)) return;
    const timer = setTimeout(() => {
      waiting.delete(key);
      track(work());
    }, gatherMilliseconds);
    waiting.set(key, timer);
  };
  const unsubscribe = platform.events.subscribe(({ name, office, subject, items = [] }) => {
    if (name === 'exchange.queued' && office !== undefined)
      soon(`deliver/${office}`, () => deliverDue(exchange, { offices: [office] }));
    if (name !== 'case.due' || subject === undefined) return;
    // A request goes on with the steps it caused by itself.
    soon(`drive/${subject}/${items.join()}`, async () => isTakenUp(items) || driveCase(casework, subject));
  });
  return async () => {
    stopWatching();
    unsubscribe();
    for (const timer of waiting.values()) clearTimeout(timer);
    waiting.clear();
    await Promise.all(running);
  };
}

/** Gives new leaves their place and signs what each log then is. */
export async function sealEvidence({ platform, registration, evidenceKeys }: Product): Promise<void> {
  const signers = evidenceKeys.signers();
  for (const office of registration.offices.keys()) {
    await handOverKeys(platform.database, office, signers, platform.clock.now());
    await sequence(platform.database, office);
    await signCheckpoint(platform.database, office, {
      origin: 'hengchan.evidence',
      signers: signers.slice(0, 1),
      now: platform.clock.now(),
    });
  }
}
