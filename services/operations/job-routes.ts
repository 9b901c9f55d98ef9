import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { errors } from './errors.ts';
import type { Operations } from './plugin.ts';
import { RetrySchema } from './schema.ts';

const tags = ['运行'];

/** Jobs that failed every attempt wait here for a person. */
export function jobRoutes(instance: FastifyInstance, { platform }: Operations): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get('/api/jobs/dead-letters', { schema: { tags, summary: '失败的后台任务' } }, async (request) => {
    platform.access.require(request.actor, 'job.manage');
    const letters = await platform.jobs.deadLetters();
    return {
      items: letters.map(({ id, queue, reason, failedAt }) => ({
        id,
        queue,
        reason,
        failedAt: failedAt.toISOString(),
      })),
    };
  });

  app.post(
    '/api/jobs/dead-letters/retries',
    {
      schema: {
        tags,
        summary: '重新执行失败的后台任务',
        body: RetrySchema,
      },
    },
    async (request) => {
      platform.access.require(request.actor, 'job.manage');
      const retried = await platform.jobs.redrive(request.body.ids);
      if (retried === 0) throw errors.NOTHING_TO_RETRY();
      await platform.audit.write(platform.database, request.actor, {
        action: 'job.redrive',
        subject: request.body.ids.join(','),
      });
      return { retried };
    },
  );
}
