import type { Exchange } from '@hengchan/exchange';
import type { Platform } from '@hengchan/platform';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { connectionRoutes } from './connection-routes.ts';
import { healthRoutes } from './health-routes.ts';
import { jobRoutes } from './job-routes.ts';

/** What the people who run the platform look after. */
export interface Operations {
  platform: Platform;
  exchange: Exchange;
}

/** Health, measurements, connections and failed jobs. Wraps the whole instance, because it measures every route. */
export const operationsPlugin = fp<Operations>(
  async (app: FastifyInstance, operations: Operations) => {
    healthRoutes(app, operations);
    connectionRoutes(app, operations);
    jobRoutes(app, operations);
  },
  { name: 'operations' },
);
