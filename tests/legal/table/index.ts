import type { Subject } from '../legal-case.ts';
import { alterations, divisions } from './alterations.ts';
import { burdensMeet } from './burdens-meet.ts';
import { carrying } from './carrying.ts';
import { easements } from './easements.ts';
import { cancellations, certificates, rectifications } from './endings.ts';
import { firstRegistrations } from './first.ts';
import { habitations, managements } from './habitations.ts';
import { landTransfers } from './land-transfers.ts';
import { meanwhile } from './meanwhile.ts';
import { minors } from './minors.ts';
import { mortgageChanges } from './mortgage-changes.ts';
import { mortgages } from './mortgages.ts';
import { notices } from './notices.ts';
import { objections } from './objections.ts';
import { partsOfATitle } from './parts.ts';
import { passingByLaw } from './passing-by-law.ts';
import { parties, procedure } from './procedure.ts';
import { seizures } from './seizures.ts';
import { transfers } from './transfers.ts';

/** The table of legal cases, by subject. */
export const subjects: readonly Subject[] = [
  firstRegistrations,
  alterations,
  divisions,
  transfers,
  minors,
  landTransfers,
  passingByLaw,
  partsOfATitle,
  carrying,
  mortgages,
  mortgageChanges,
  notices,
  objections,
  seizures,
  easements,
  habitations,
  managements,
  burdensMeet,
  cancellations,
  rectifications,
  certificates,
  parties,
  procedure,
  meanwhile,
];
