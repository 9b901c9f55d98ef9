export type * from './effects.ts';
export type { Citation } from './law.ts';
export type * from './state.ts';
