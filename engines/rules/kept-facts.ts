import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** What facts may weigh, compressed; a case of two hundred units stays far below. */
export const largestFacts = 1_000_000;

/** What no rule may look at, and therefore is not kept a second time. */
const leftOut = 'idSealed';

const dateMark = '@date';

/** Facts as text: moments stay moments, and identity numbers stay where they are sealed already. */
export function packFacts(facts: unknown): string {
  const json = JSON.stringify(marked(facts));
  return deflateRawSync(Buffer.from(json)).toString('base64');
}

export function unpackFacts<Facts>(packed: string): Facts {
  const json = inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8');
  return JSON.parse(json, (_key, value: unknown) => {
    const moment = (value as { [dateMark]?: unknown } | null)?.[dateMark];
    return typeof moment === 'string' ? new Date(moment) : value;
  }) as Facts;
}

function marked(value: unknown): unknown {
  if (value instanceof Date) return { [dateMark]: value.toISOString() };
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== leftOut)
      .map(([name, each]) => [name, marked(each)]),
  );
}
