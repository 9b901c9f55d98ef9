import { platformErrors, sendProblem } from '@hengchan/platform';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import {
  AggregatorRegistry,
  collectDefaultMetrics,
  Histogram,
  type MetricObject,
  Registry,
} from 'prom-client';
import type { Operations } from './plugin.ts';

const loopback = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** Whether the process lives and can serve, and its measurements, which only a program on this machine may read. */
export function healthRoutes(app: FastifyInstance, { platform }: Operations): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'hengchan_http_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
    };
    duration.observe(labels, reply.elapsedTime / 1000);
  });

  platform.processes.answer('metrics', () => registry.getMetricsAsJSON());

  const open = { tags: ['运行'], security: [] };
  app.get('/health/live', { schema: { ...open, summary: '进程存活' } }, async () => ({ status: 'ok' }));
  app.get('/health/ready', { schema: { ...open, summary: '可以提供服务' } }, async (_request, reply) => {
    try {
      await sql`SELECT 1`.execute(platform.database);
      return { status: 'ready' };
    } catch {
      return sendProblem(reply, platformErrors.UNAVAILABLE());
    }
  });
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!loopback.includes(request.ip)) throw platformErrors.FORBIDDEN();
    const measured = (await platform.processes.ask('metrics')) as MetricObject[][];
    return reply.type(registry.contentType).send(await AggregatorRegistry.aggregate(measured).metrics());
  });
}
