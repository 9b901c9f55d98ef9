import { driveCase, driveDue } from '@hengchan/casework';
import { sequence, signCheckpoint } from '@hengchan/evidence';
import { deliverDue, scheduleDelivery } from '@hengchan/exchange';
import type { Product } from './compose.ts';

/** Time given to a transaction to commit after it published its event. */
const afterCommitMilliseconds = 25;

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
    }, afterCommitMilliseconds);
    waiting.set(key, timer);
  };
  const unsubscribe = platform.events.subscribe((event) => {
    if (event.name !== 'case.changed' || event.subject === undefined) return;
    const { subject } = event;
    soon(`drive/${subject}`, () => driveCase(casework, subject));
    soon('deliver', () => deliverDue(exchange));
  });
  return async () => {
    unsubscribe();
    for (const timer of waiting.values()) clearTimeout(timer);
    waiting.clear();
    await Promise.all(running);
  };
}

/** Gives new leaves their place and signs what each log then is. */
export async function sealEvidence({ platform, registration, evidenceSigner }: Product): Promise<void> {
  for (const office of registration.offices.keys()) {
    await sequence(platform.database, office);
    await signCheckpoint(platform.database, office, {
      origin: 'hengchan.evidence',
      signers: [evidenceSigner],
      now: platform.clock.now(),
    });
  }
}
