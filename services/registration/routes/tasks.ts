import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { claimTask, getCase, releaseTask } from '@hengchan/casework';
import { pageOf, pageQuery } from '@hengchan/platform';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { assign, assigneesOf } from '../cases/assign.ts';
import { listTasks } from '../cases/list.ts';
import { viewCase } from '../cases/view.ts';
import type { Registration } from '../registration.ts';
import { CaseSchema } from '../schema.ts';
import { AssigneeSchema, TaskSchema } from '../task-schema.ts';

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

  app.get(
    '/api/tasks/:id/assignees',
    {
      schema: {
        tags,
        summary: '可受转办的人员',
        params: TaskId,
        response: { 200: Type.Object({ items: Type.Array(AssigneeSchema) }) },
      },
    },
    async (request) => assigneesOf(registration, request.actor, request.params.id),
  );

  app.post(
    '/api/tasks/:id/assign',
    {
      schema: {
        tags,
        summary: '转办',
        params: TaskId,
        body: Type.Object(
          {
            to: Type.String({ title: '受转人账号', format: 'uuid' }),
            reason: Type.String({ title: '转办理由', minLength: 1, maxLength: 500 }),
          },
          { additionalProperties: false },
        ),
        response: { 200: CaseSchema },
      },
    },
    async (request) => {
      const caseNo = await assign(registration, request.actor, request.params.id, request.body);
      return viewCase(registration, request.actor, await getCase(registration.platform.database, caseNo));
    },
  );
}
