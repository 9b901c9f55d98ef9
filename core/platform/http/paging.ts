import Type, { type TSchema } from 'typebox';
import { errors } from '../errors/index.ts';

export const maximumPageSize = 100;

/** Query parameters every list takes. */
export const pageQuery = {
  cursor: Type.Optional(Type.String({ title: '游标', maxLength: 500 })),
  limit: Type.Optional(Type.Integer({ title: '每页条数', minimum: 1, maximum: maximumPageSize })),
};

/** Answer of every list: the items and, when there are more, where to go on. */
export const pageOf = <Item extends TSchema>(item: Item) =>
  Type.Object({
    items: Type.Array(item),
    nextCursor: Type.Optional(Type.String()),
    total: Type.Optional(Type.Integer()),
  });

/** A cursor is the sort key of the last item shown; opaque to callers. */
export function writeCursor(key: readonly (string | number | Date)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** A page of rows that were read up to one more than the limit, with the cursor to the next page if that one was there. */
export function cutPage<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (last: Row) => Parameters<typeof writeCursor>[0],
): { items: Row[]; nextCursor?: string } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last ? { items, nextCursor: writeCursor(keyOf(last)) } : { items };
}

interface CursorParts {
  text: string;
  number: number;
  moment: Date;
  uuid: string;
}

const readers: { [Kind in keyof CursorParts]: (part: unknown) => CursorParts[Kind] | undefined } = {
  text: (part) => (isText(part) ? part : undefined),
  number: (part) => (Number.isSafeInteger(part) && Number(part) >= 0 ? Number(part) : undefined),
  moment: (part) => (isText(part) && isMoment(part) ? new Date(part) : undefined),
  uuid: (part) =>
    isText(part) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part) ? part : undefined,
};

const isText = (part: unknown): part is string =>
  typeof part === 'string' && part.isWellFormed() && !part.includes('\u0000');

const isMoment = (part: string): boolean =>
  /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(part) && !Number.isNaN(Date.parse(part));

/** Reads a cursor of these parts; a cursor that is not ours is the caller's mistake (INVALID_REQUEST). */
export function readCursor<const Kinds extends readonly (keyof CursorParts)[]>(
  cursor: string | undefined,
  kinds: Kinds,
): { -readonly [At in keyof Kinds]: CursorParts[Kinds[At]] } | undefined {
  if (cursor === undefined) return undefined;
  const parts = partsOf(cursor);
  const read = kinds.map((kind, at) => readers[kind](parts[at]));
  if (parts.length !== kinds.length || read.includes(undefined))
    throw errors.INVALID_REQUEST({ errors: [{ path: '/cursor', message: '游标无效，请从第一页重新查询' }] });
  return read as { -readonly [At in keyof Kinds]: CursorParts[Kinds[At]] };
}

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
