import pg from 'pg';

/** A text is prepared once it has been seen so often: what is asked a few times costs more memory than it saves. */
const seenOften = 10;
/** At most so many texts are prepared, each on every connection that asks it. */
const mostPrepared = 250;
const mostCounted = 5_000;

/** Says under which name a text is prepared on its connections; undefined for one that is not. */
export function namesOfStatements() {
  const seen = new Map<string, number>();
  const names = new Map<string, string>();
  let generation = 0;
  return {
    nameOf(text: string): string | undefined {
      const known = names.get(text);
      if (known !== undefined || names.size >= mostPrepared) return known;
      const count = (seen.get(text) ?? 0) + 1;
      if (count < seenOften) {
        if (seen.size >= mostCounted) seen.clear();
        seen.set(text, count);
        return undefined;
      }
      seen.delete(text);
      const name = `s${generation}_${names.size}`;
      names.set(text, name);
      return name;
    },
    /** The tables changed under what was prepared: everything is prepared anew, under other names. */
    forget(): void {
      generation += 1;
      names.clear();
    },
  };
}

type Ask = (
  text: string | pg.QueryConfig,
  values?: readonly unknown[],
  ...more: unknown[]
) => Promise<pg.QueryResult>;

/**
 * Connections that prepare what they are asked again and again, so that PostgreSQL plans it once. A server that runs on while a newer one
 * changes the tables asks once more what was prepared for the old ones.
 */
export function preparingClient(): typeof pg.Client {
  const names = namesOfStatements();
  return class PreparingClient extends pg.Client {
    constructor(options?: string | pg.ClientConfig) {
      super(options);
      const ask = this.query.bind(this) as unknown as Ask;
      const prepared: Ask = async (text, values, ...more) => {
        const name =
          typeof text === 'string' && values !== undefined && values.length > 0 && more.length === 0
            ? names.nameOf(text)
            : undefined;
        if (name === undefined) return ask(text, values, ...more);
        try {
          return await ask({ name, text: text as string, values: [...(values ?? [])] });
        } catch (error) {
          if (!isOutdated(error)) throw error;
          names.forget();
          // In a transaction this fails too: what fails it is the first error.
          return ask(text, values).catch(() => {
            throw error;
          });
        }
      };
      this.query = prepared as unknown as typeof this.query;
    }
  };
}

/** "cached plan must not change result type" has a code it shares with others; the routine tells them apart. */
function isOutdated(error: unknown): boolean {
  const { code, routine } = error as { code?: unknown; routine?: unknown };
  return code === '0A000' && routine === 'RevalidateCachedQuery';
}
