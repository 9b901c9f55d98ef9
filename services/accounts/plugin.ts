import type { Platform } from '@hengchan/platform';
import fp from 'fastify-plugin';
import { accountRoutes } from './account-routes.ts';
import { auditRoutes } from './audit-routes.ts';
import { sessionRoutes } from './session-routes.ts';

/** Signing in, accounts, roles and the audit log. Expects the instance `createHttp` makes. */
export const accountsPlugin = fp<{ platform: Platform }>(
  async (app, { platform }) => {
    sessionRoutes(app, platform);
    accountRoutes(app, platform);
    auditRoutes(app, platform);
  },
  { name: 'accounts' },
);
