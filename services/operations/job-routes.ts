import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Operations } from './plugin.ts';

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
        body: Type.Object(
          {
            ids: Type.Array(Type.String({ title: '任务编号', format: 'uuid' }), {
              title: '任务',
              minItems: 1,
              maxItems: 100,
            }),
          },
          { additionalProperties: false },
        ),
      },
    },
    async (request) => {
      platform.access.require(request.actor, 'job.manage');
      const retried = await platform.jobs.redrive(request.body.ids);
      await platform.audit.write(platform.database, request.actor, {
        action: 'job.redrive',
        subject: request.body.ids.join(','),
      });
      return { retried };
    },
  );
}
