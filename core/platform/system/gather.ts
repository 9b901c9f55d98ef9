/**
 * Writes of many callers put together: while one write is on its way, what comes next is gathered and goes with the one after it.
 * Each caller waits until its own is written. When a write of several fails each is written alone, so that nobody fails for another.
 */
export function gather<Item>(
  write: (items: readonly Item[]) => Promise<void>,
  { most = 100, atOnce = 1 }: { most?: number; atOnce?: number } = {},
): (item: Item) => Promise<void> {
  interface Waiting {
    item: Item;
    done(): void;
    failed(error: unknown): void;
  }
  let waiting: Waiting[] = [];
  let under = 0;

  const writeAlone = async (each: Waiting) => {
    try {
      await write([each.item]);
      each.done();
    } catch (error) {
      each.failed(error);
    }
  };
  const settle = async (batch: readonly Waiting[]) => {
    const [only] = batch;
    if (batch.length === 1 && only) return writeAlone(only);
    try {
      await write(batch.map((each) => each.item));
    } catch {
      for (const each of batch) await writeAlone(each);
      return;
    }
    for (const each of batch) each.done();
  };
  const next = () => {
    if (under >= atOnce || waiting.length === 0) return;
    const batch = waiting.slice(0, most);
    waiting = waiting.slice(most);
    under += 1;
    void settle(batch).finally(() => {
      under -= 1;
      next();
    });
  };
  return (item) =>
    new Promise<void>((resolve, reject) => {
      waiting.push({ item, done: resolve, failed: reject });
      next();
    });
}
