import type { Chance } from './chance.ts';

/** How a home is to stand when the city is finished; its history is made to end there. */
export interface Wish {
  /** GYFS: 0 alone, 1 jointly, 2 by shares. */
  readonly coOwnership: '0' | '1' | '2';
  readonly mortgage: 'none' | 'general' | 'restricted' | 'maximum' | 'two';
  readonly seizure: 'none' | 'one' | 'queue' | 'renewed' | 'expiring' | 'released';
  /** Its holders can sign in, so it must have been sold by the developer. */
  readonly chosen: boolean;
}

/** The mix of an ordinary city. */
export function ordinaryWish(chance: Chance): Wish {
  const holding = chance.integer(1, 100);
  const debt = chance.integer(1, 1_000);
  const claim = chance.integer(1, 1_000);
  return {
    coOwnership: holding <= 55 ? '0' : holding <= 90 ? '1' : '2',
    mortgage:
      debt > 380 ? 'none' : debt > 60 ? 'general' : debt > 35 ? 'restricted' : debt > 12 ? 'maximum' : 'two',
    seizure:
      claim > 14 ? 'none' : claim > 6 ? 'one' : claim > 4 ? 'queue' : claim > 3 ? 'renewed' : 'released',
    chosen: false,
  };
}

const clear = (coOwnership: Wish['coOwnership']): Wish => ({
  coOwnership,
  mortgage: 'none',
  seizure: 'none',
  chosen: true,
});
const mortgaged = (coOwnership: Wish['coOwnership'], mortgage: Wish['mortgage']): Wish => ({
  ...clear(coOwnership),
  mortgage,
});
const seized = (coOwnership: Wish['coOwnership'], seizure: Wish['seizure']): Wish => ({
  ...clear(coOwnership),
  seizure,
});
const times = (count: number, wish: Wish): Wish[] => Array.from({ length: count }, () => wish);

/**
 * Homes whose holders get accounts, in the order in which a city too small for all of them gives them up from the
 * end: most are free to be sold or mortgaged, the others are what a drill needs.
 */
const atMainOffice: readonly Wish[] = [
  clear('0'),
  clear('1'),
  mortgaged('0', 'general'),
  seized('0', 'one'),
  clear('2'),
  mortgaged('1', 'general'),
  mortgaged('0', 'restricted'),
  seized('1', 'queue'),
  seized('0', 'renewed'),
  seized('0', 'expiring'),
  mortgaged('0', 'maximum'),
  mortgaged('1', 'two'),
  mortgaged('2', 'general'),
  ...times(4, clear('0')),
  ...times(3, clear('1')),
  ...times(2, clear('2')),
  ...times(3, mortgaged('0', 'general')),
  ...times(2, mortgaged('1', 'general')),
  mortgaged('1', 'restricted'),
  ...times(9, clear('0')),
  ...times(6, clear('1')),
  ...times(3, clear('2')),
  ...times(2, mortgaged('0', 'general')),
];
const elsewhere: readonly Wish[] = [clear('0'), mortgaged('0', 'general'), clear('1'), seized('0', 'one')];

export const wishesAt = (main: boolean): readonly Wish[] => (main ? atMainOffice : elsewhere);
