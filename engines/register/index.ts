export { applyEffect, effectDefinitions } from './apply-effect.ts';
export { type Building, saveBuildings } from './buildings.ts';
export { type BulkOptions, bulkEnter } from './bulk-enter.ts';
export { canonicalJson } from './canonical.ts';
export { chainStart, entryText, type HashedEntry, hashEntry } from './chain.ts';
export { commonPartsOf } from './common-parts.ts';
export { registerMigrations } from './database.ts';
export type { EffectDefinition } from './effects/effect.ts';
export type * from './effects.ts';
export { type EndedRight, type EndedRightsPage, endedRights } from './ended-rights.ts';
export { type EnteredEntry, type EntryRequest, enter, enterAll } from './enter.ts';
export { entriesOfCase, getEntry, officeHead, type StoredEntry } from './entries.ts';
export { errors as registerErrors } from './errors.ts';
export { type FoldedEntry, foldEntries, foldEntry } from './fold.ts';
export type { Citation } from './law.ts';
export type * from './limited-rights.ts';
export { type Lineage, lineageOf } from './lineage.ts';
export { loadStates } from './load-states.ts';
export { lockUnits } from './lock-units.ts';
export { type Boundary, type Parcel, parcelBoundary, saveParcels, titledOnParcel } from './parcels.ts';
export { project, stateOf, type UnitProjection } from './projection.ts';
export { rebuild } from './rebuild.ts';
export { isMortgageable } from './right-types.ts';
export { searchUnits, type UnitPage, type UnitSearch, type UnitStanding } from './search-units.ts';
export { lastDayOf } from './seizure-queue.ts';
export { standAt } from './stand.ts';
export type * from './state.ts';
export {
  findSurveyedUnits,
  type SurveyedWish,
  saveSurveyedUnits,
  searchSurveyedUnits,
  surveyedCodes,
} from './surveyed-units.ts';
export type { RegisterTables } from './tables.ts';
export { type HistoryOptions, type UnitHistory, unitHistory } from './unit-history.ts';
export { findUnit, findUnits, getUnit } from './units.ts';
export { type VerifyOptions, type VerifyReport, verify } from './verify.ts';
export type { VerifyFinding } from './verify-chain.ts';
