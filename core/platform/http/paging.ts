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
export function writeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Reads a cursor of `length` parts; a cursor that is not ours is the caller's mistake. */
export function readCursor(cursor: string | undefined, length: number): (string | number)[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    if (
      Array.isArray(key) &&
      key.length === length &&
      key.every((part) => ['string', 'number'].includes(typeof part))
    )
      return key;
  } catch {
    // Falls through to the refusal below: whatever was wrong with it, it is not one of ours.
  }
  throw errors.INVALID_REQUEST({ errors: [{ path: '/cursor', message: '游标无效，请从第一页重新查询' }] });
}
