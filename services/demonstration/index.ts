export { type DemonstrationAccount, planAccounts } from './accounts/plan-accounts.ts';
export { type City, type CityOptions, makeCity } from './city/city.ts';
export { type DemonstrationOffice, demonstrationOffices } from './city/offices.ts';
export { demonstrationPlugin } from './plugin.ts';
export { type SeedOptions, type SeedProgress, type SeedReport, seedCity } from './seed/seed-city.ts';
export {
  type Demonstration,
  type DemonstrationOptions,
  seedDemonstration,
} from './seed/seed-demonstration.ts';
export { giveMortgage, giveTitle, seizeUnit, titledUnit } from './situations/acts.ts';
export { giveMortgageNotice, giveNotice, lockPage, objectTo } from './situations/acts-limited.ts';
export { type Cast, castOf, type Member, readCast } from './situations/cast.ts';
export {
  makeSituation,
  type Situation,
  type SituationActor,
  type SituationRequest,
} from './situations/make-situation.ts';
export { openSituations, type Situations } from './situations/situations.ts';
export { openStage, type Stage } from './situations/stage.ts';
