import type { FastifyInstance } from 'fastify';
import { dataRoutes } from './routes/data.ts';
import { documentRoutes } from './routes/documents.ts';
import { dutyRoutes } from './routes/duties.ts';
import { oversightRoutes } from './routes/oversight.ts';
import type { Security } from './security.ts';

/** Routes of everything the law asks of data and network security. */
export function securityPlugin(security: Security, version: string) {
  return async (app: FastifyInstance): Promise<void> => {
    oversightRoutes(app, security, version);
    dataRoutes(app, security);
    documentRoutes(app, security);
    dutyRoutes(app, security);
  };
}
