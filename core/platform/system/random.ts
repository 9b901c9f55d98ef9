import { randomBytes } from 'node:crypto';

/** Where the product gets randomness: the operating system's, or a seeded stream in tests and seeds. */
export interface Random {
  bytes(length: number): Uint8Array;
  /** A whole number from `from` to `to`, both included. */
  integer(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
}

function build(bytes: (length: number) => Uint8Array, fraction: () => number): Random {
  const integer = (from: number, to: number) => from + Math.floor(fraction() * (to - from + 1));
  return {
    bytes,
    integer,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new Error('cannot pick from an empty list');
      return list[integer(0, list.length - 1)] as T;
    },
  };
}

export function systemRandom(): Random {
  const fraction = () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48;
  return build((length) => randomBytes(length), fraction);
}

/** A repeatable stream (mulberry32). Never for secrets. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(fraction() * 256));
  return build(bytes, fraction);
}
