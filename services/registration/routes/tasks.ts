import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { claimTask, getCase, releaseTask } from '@hengchan/casework';
import { pageOf, pageQuery } from '@hengchan/platform';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { listTasks } from '../cases/list.ts';
import { viewCase } from '../cases/view.ts';
import type { Registration } from '../registration.ts';
import { CaseSchema, TaskSchema } from '../schema.ts';

const tags = ['待办'];
const TaskId = Type.Object({ id: Type.String({ format: 'uuid' }) });

/** Routes of the work list. */
export function taskRoutes(instance: FastifyInstance, registration: Registration): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/api/tasks',
    {
      schema: {
        tags,
        summary: '待办列表',
        querystring: Type.Object({
          ...pageQuery,
          q: Type.Optional(Type.String({ maxLength: 100 })),
          business: Type.Optional(Type.String({ maxLength: 100 })),
          role: Type.Optional(Type.String({ maxLength: 60 })),
          mine: Type.Optional(Type.Boolean()),
          timeliness: Type.Optional(Type.String({ enum: ['in-time', 'warning', 'overdue'] })),
        }),
        response: { 200: pageOf(TaskSchema) },
      },
    },
    async (request) => listTasks(registration, request.actor, request.query),
  );

  for (const [verb, work, summary] of [
    ['claim', claimTask, '签收待办'],
    ['release', releaseTask, '退回待办'],
  ] as const) {
    app.post(
      `/api/tasks/:id/${verb}`,
      { schema: { tags, summary, params: TaskId, response: { 200: CaseSchema } } },
      async (request) => {
        registration.platform.access.require(request.actor, 'task.read');
        const caseNo = await work(registration.casework, request.actor, request.params.id);
        return viewCase(registration, request.actor, await getCase(registration.platform.database, caseNo));
      },
    );
  }
}
