import type { ActionWork, AutomaticHandler, DeadlineOf } from '@hengchan/casework';
import type { Migrations } from '@hengchan/platform';
import { deemAccepted, deemedAcceptance } from './handling/deemed-acceptance.ts';
import { overruleObjections, upholdObjections } from './notices/decide.ts';
import { noticeOver } from './notices/moments.ts';
import { publishNotice } from './notices/publish.ts';
import type { Registration } from './registration.ts';
import { acceptWork, receiveWork, submitWork, supplementWork } from './steps/action-works.ts';
import { askDepartments } from './steps/ask-departments.ts';
import { enterRegister } from './steps/enter-register.ts';
import { fileContract } from './steps/file-contract.ts';
import {
  issueAcceptance,
  issueCertificates,
  issueRectificationNotice,
  issueRefusal,
  issueRejection,
  issueSupplement,
} from './steps/make-documents.ts';
import { screen } from './steps/screen.ts';

export { assess } from './assess.ts';
export { seedAutomaticBusinesses } from './automatic-businesses.ts';
export { seedCalendar } from './calendar.ts';
export { caseSubject } from './case-subject.ts';
export { matters, rightMatters } from './changes.ts';
export { listenForCourt } from './court.ts';
export { effectBuilders } from './effects/index.ts';
export { numberFor } from './effects/numbering.ts';
export { grounds } from './effects/transfer-ownership.ts';
export type { RegistrationFacts } from './facts.ts';
export { shelveFiles } from './files/shelve-files.ts';
export { handlingOf } from './handling/parameters.ts';
export { law } from './law.ts';
export { stopNotices } from './notices/decide.ts';
export type { NoticeKind } from './notices/kinds.ts';
export { registrationPlugin } from './plugin.ts';
export type { CaseExample, OfficeInfo, Registration } from './registration.ts';
export { registrationRules } from './rules/index.ts';
export { questions } from './steps/ask-departments.ts';
export { watchSeizures } from './steps/seizures-over.ts';
export { workOnStudies } from './what-if.ts';

export const registrationMigrations: Migrations = {
  room: 'registration',
  folder: new URL('./migrations/', import.meta.url),
};

/** Automatic steps definitions may name. */
export function registrationHandlers(registration: Registration): Record<string, AutomaticHandler<never>> {
  return {
    'ask-departments': askDepartments(registration),
    'file-contract': fileContract(registration),
    screen: screen(registration),
    'issue-acceptance': issueAcceptance(registration),
    'issue-supplement': issueSupplement(registration),
    'issue-rejection': issueRejection(registration),
    'issue-refusal': issueRefusal(registration),
    'publish-notice': publishNotice(registration),
    'enter-register': enterRegister(registration),
    'issue-certificates': issueCertificates(registration),
    'issue-rectification-notice': issueRectificationNotice(registration),
  } as unknown as Record<string, AutomaticHandler<never>>;
}

/** Work of actions definitions may name. */
export function registrationWorks(registration: Registration): Record<string, ActionWork> {
  return {
    submit: submitWork(),
    accept: acceptWork(registration),
    receive: receiveWork(registration),
    supplement: supplementWork(registration),
    'deem-accepted': deemAccepted(registration),
    'overrule-objections': overruleObjections(registration),
    'uphold-objections': upholdObjections(registration),
  };
}

/** Deadlines definitions may name. */
export function registrationDeadlines(registration: Registration): Record<string, DeadlineOf> {
  return { 'deemed-acceptance': deemedAcceptance(registration), 'notice-over': noticeOver };
}
