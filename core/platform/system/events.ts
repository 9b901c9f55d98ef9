/** Something that happened and was committed; told to listeners in the same process for screens, never relied on for correctness. */
export interface PlatformEvent {
  name: string;
  office?: string;
  subject?: string;
  /** Parts of the subject it is about. */
  items?: readonly string[];
}

export interface Events {
  publish(event: PlatformEvent): void;
  /** Tells it once the transaction is committed, where `transact` runs it; any other transaction is not told of. */
  publishAfter(trx: object, event: PlatformEvent): void;
  /** Tells what was kept for after the transaction. For `transact`. */
  committed(trx: object): void;
  subscribe(listener: (event: PlatformEvent) => void): () => void;
}

export function makeEvents(): Events {
  const listeners = new Set<(event: PlatformEvent) => void>();
  const kept = new WeakMap<object, Map<string, PlatformEvent>>();
  const publish: Events['publish'] = (event) => {
    for (const listener of listeners) listener(event);
  };
  return {
    publish,
    publishAfter(trx, event) {
      const own = kept.get(trx) ?? new Map<string, PlatformEvent>();
      // The last word of a transaction about the same thing is the one that holds.
      own.set(`${event.name} ${event.office ?? ''} ${event.subject ?? ''}`, event);
      kept.set(trx, own);
    },
    committed(trx) {
      const own = kept.get(trx);
      kept.delete(trx);
      for (const event of own?.values() ?? []) publish(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
