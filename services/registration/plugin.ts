import type { FastifyInstance } from 'fastify';
import type { Registration } from './registration.ts';
import { businessRoutes } from './routes/businesses.ts';
import { caseRoutes } from './routes/cases.ts';
import { delegationRoutes } from './routes/delegations.ts';
import { handlingRoutes } from './routes/handling.ts';
import { institutionRoutes } from './routes/institutions.ts';
import { noticeRoutes } from './routes/notices.ts';
import { registerRoutes } from './routes/register.ts';
import { reviewRoutes } from './routes/reviews.ts';
import { ruleRoutes } from './routes/rules.ts';
import { settingRoutes } from './routes/settings.ts';
import { taskRoutes } from './routes/tasks.ts';

/** Routes of the registration service: businesses, cases, tasks, the register, and its settings. */
export function registrationPlugin(registration: Registration) {
  return async (app: FastifyInstance): Promise<void> => {
    businessRoutes(app, registration);
    caseRoutes(app, registration);
    taskRoutes(app, registration);
    delegationRoutes(app, registration);
    institutionRoutes(app, registration);
    noticeRoutes(app, registration);
    handlingRoutes(app, registration);
    registerRoutes(app, registration);
    ruleRoutes(app, registration);
    reviewRoutes(app, registration);
    settingRoutes(app, registration);
  };
}
