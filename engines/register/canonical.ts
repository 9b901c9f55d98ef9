/**
 * JSON in one form only (RFC 8785): keys sorted by UTF-16 code units, no white space, undefined properties left
 * out, numbers as ECMAScript writes them. Equal values always give equal text, so the text can be hashed.
 *
 * Throws TypeError for what JSON cannot say: NaN, functions, `undefined` inside an array.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('JSON has no such number');
    return JSON.stringify(value);
  }
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`JSON cannot hold a ${typeof value}`);
  let members = '';
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key];
    if (member === undefined) continue;
    members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

/**
 * Whether a text is the canonical JSON of the value it was parsed to. The engine's own writer is several times quicker than ours and
 * writes the same but for the order of keys: where those stand in order already, its word is enough.
 */
export function isCanonical(text: string, parsed: unknown): boolean {
  return (JSON.stringify(parsed) === text && keysInOrder(parsed)) || canonicalJson(parsed) === text;
}

function keysInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(keysInOrder);
  let previous: string | undefined;
  for (const key of Object.keys(value)) {
    if (previous !== undefined && previous >= key) return false;
    if (!keysInOrder((value as Record<string, unknown>)[key])) return false;
    previous = key;
  }
  return true;
}
