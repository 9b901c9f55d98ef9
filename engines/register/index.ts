export { applyEffect, effectDefinitions } from './apply-effect.ts';
export { canonicalJson } from './canonical.ts';
export { chainStart, entryText, type HashedEntry, hashEntry } from './chain.ts';
export type { EffectDefinition } from './effects/effect.ts';
export type * from './effects.ts';
export { type FoldedEntry, foldEntries, foldEntry } from './fold.ts';
export type { Citation } from './law.ts';
export { project, stateOf, type UnitProjection } from './projection.ts';
export type * from './state.ts';
