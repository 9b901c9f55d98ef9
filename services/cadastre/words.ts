import type { Change, How } from './tables.ts';

/** What a difference, and what becomes of a parcel, is called in tables people take away. */
export const changeWords = {
  added: '新增',
  abolished: '撤销',
  boundary: '边界变化',
  renamed: '更名',
} as const satisfies Record<Change, string>;

export const howWords = {
  gone: '所属子区撤销',
  outside: '落入其他子区',
  crossed: '被界线穿过',
} as const satisfies Record<How, string>;
