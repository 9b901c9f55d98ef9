import type { Migrations } from '@hengchan/platform';

export const caseworkMigrations: Migrations = {
  room: 'casework',
  folder: new URL('./migrations/', import.meta.url),
};

export { type ActRequest, actInTransaction, actOnCase } from './act.ts';
export { type Amendment, amendCase, editablePhases, requireEditable } from './amend.ts';
export { assignTask, type Colleague, requireFit } from './assign.ts';
export {
  isAside,
  isOpener,
  isParty,
  nextToConfirm,
  type Offer,
  offersFor,
  offersOf,
  unconfirmed,
} from './availability.ts';
export type {
  ActionWork,
  Assessed,
  AutomaticHandler,
  Casework,
  CaseworkParts,
  DeadlineOf,
  StepContext,
  WorkContext,
} from './casework.ts';
export { addCalendarDays, changeCalendarDay } from './change-calendar.ts';
export { type Deadline, momentOf } from './deadlines.ts';
export type {
  BusinessDefinition,
  Channel,
  FactRequest,
  MaterialRequirement,
  Moment,
  PartyRole,
  Place,
  ProcessGroup,
  ProcessList,
  RuleUse,
  TaxKind,
} from './definition.ts';
export { type Definitions, makeDefinitions } from './definitions.ts';
export { driveCase, driveDue, isTakenUp } from './drive.ts';
export { errors as caseworkErrors } from './errors.ts';
export { checkData } from './form.ts';
export { historyOf, recordEvent } from './history.ts';
export { startLimit, type Timeliness, timelinessOf } from './limits.ts';
export { calendarInForce, loadCalendar } from './load-calendar.ts';
export { addMaterial, removeMaterial, requirementOf, requirementsFor } from './materials.ts';
export { type NewCase, type NewParty, openCase, openCaseIn } from './open.ts';
export { getCaseWithPapers, type Papers, papersOf } from './papers.ts';
export { checkProcess, nodeOf, successors } from './process/check.ts';
export {
  type Action,
  finalPhases,
  type HumanStep,
  type Phase,
  type Process,
  type ProcessNode,
  phaseTitles,
} from './process/graph.ts';
export { agreeingRoles, confirmingRoles } from './roles.ts';
export { type Signal, signalCase } from './signal.ts';
export { type Standing, standingsOf } from './standing.ts';
export {
  type Case,
  type CaseRecord,
  type CaseUnit,
  getCase,
  getCases,
  holdCase,
  lockCase,
  officeOf,
  openTokens,
  type Party,
  saveCase,
  type Token,
  tables as caseworkTables,
} from './store.ts';
export { endCause, suspendCase } from './suspend.ts';
export type { CaseworkTables } from './tables.ts';
export { claimTask, findTask, releaseTask } from './tasks.ts';
export { fireDue } from './timers.ts';
