import { keepConsents } from './approvals/require-approval.ts';
import { remindReviews } from './controls/list-controls.ts';
import { shelveDocuments } from './documents/held-documents.ts';
import { remindDrill } from './drills/drills.ts';
import { handleExports } from './exports/run-export.ts';
import { checkNightly } from './integrity/check-integrity.ts';
import { remindCertificates } from './inventory/products.ts';
import { alertOverdue } from './issues/issues.ts';
import { tellRefusedOpenings } from './marks/tell-refusals.ts';
import { ensureReport } from './reports/reports.ts';
import { remindTerms } from './retention/retention.ts';
import { alertFindings } from './scanning/alert-findings.ts';
import type { Security } from './security.ts';
import { keepTeam } from './team/membership.ts';
import { remindTrainings } from './trainings/trainings.ts';

const hourSeconds = 3_600;

/** Puts the room to work: large exports are asked of it, its jobs run, its dates are watched. Called once at composition. */
export function openSecurity(security: Security): Security {
  const { jobs } = security.platform;
  keepConsents(security);
  keepTeam(security);
  alertFindings(security);
  shelveDocuments(security);
  tellRefusedOpenings(security);
  handleExports(security);
  jobs.every(hourSeconds, 'security.dates', async () => {
    await alertOverdue(security);
    await remindTrainings(security);
    await ensureReport(security);
    await remindDrill(security);
    await remindReviews(security);
    await remindTerms(security);
    await remindCertificates(security);
    await checkNightly(security);
  });
  return security;
}
