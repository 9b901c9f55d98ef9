/** Something that happened and was committed; told to listeners in the same process for screens, never relied on for correctness. */
export interface PlatformEvent {
  name: string;
  office?: string;
  subject?: string;
}

export interface Events {
  publish(event: PlatformEvent): void;
  subscribe(listener: (event: PlatformEvent) => void): () => void;
}

export function makeEvents(): Events {
  const listeners = new Set<(event: PlatformEvent) => void>();
  return {
    publish(event) {
      for (const listener of listeners) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
