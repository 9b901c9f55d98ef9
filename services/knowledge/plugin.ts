import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { expectedVersion, pageOf, withVersion } from '@hengchan/platform';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { findEntries, readEntry, readVersions } from './find-entries.ts';
import type { Knowledge, SubjectOf } from './knowledge.ts';
import { pushBeside } from './push.ts';
import {
  EntryQuerySchema,
  EntrySchema,
  EntryVersionSchema,
  PushedSchema,
  RetireEntrySchema,
  WriteEntrySchema,
} from './schema.ts';
import { createEntry, editEntry, setEntryState } from './write-entry.ts';

const tags = ['知识库'];
const Id = Type.Object({ id: Type.String({ format: 'uuid' }) });

/** Routes of the knowledge base; `subjectOf` is the room that has the cases. */
export function knowledgePlugin(knowledge: Knowledge, subjectOf: SubjectOf) {
  return async (instance: FastifyInstance): Promise<void> => {
    const app = instance.withTypeProvider<TypeBoxTypeProvider>();

    app.get(
      '/api/knowledge',
      {
        schema: {
          tags,
          summary: '查找知识条目',
          querystring: EntryQuerySchema,
          response: { 200: pageOf(EntrySchema) },
        },
      },
      async (request) => findEntries(knowledge, request.actor, request.query),
    );

    app.post(
      '/api/knowledge',
      { schema: { tags, summary: '新建知识条目', body: WriteEntrySchema, response: { 201: EntrySchema } } },
      async (request, reply) => {
        const id = await createEntry(knowledge, request.actor, request.body);
        reply.status(201).header('location', `/api/knowledge/${id}`);
        return withVersion(reply, await readEntry(knowledge, request.actor, id));
      },
    );

    app.get(
      '/api/knowledge/:id',
      { schema: { tags, summary: '知识条目', params: Id, response: { 200: EntrySchema } } },
      async (request, reply) =>
        withVersion(reply, await readEntry(knowledge, request.actor, request.params.id)),
    );

    app.put(
      '/api/knowledge/:id',
      {
        schema: {
          tags,
          summary: '修改知识条目；原版本留存',
          params: Id,
          body: WriteEntrySchema,
          response: { 200: EntrySchema },
        },
      },
      async (request, reply) => {
        const { actor, params, body } = request;
        await editEntry(knowledge, actor, params.id, body, expectedVersion(request));
        return withVersion(reply, await readEntry(knowledge, actor, params.id));
      },
    );

    app.put(
      '/api/knowledge/:id/state',
      {
        schema: {
          tags,
          summary: '停用或恢复知识条目',
          params: Id,
          body: RetireEntrySchema,
          response: { 200: EntrySchema },
        },
      },
      async (request, reply) => {
        const { actor, params, body } = request;
        await setEntryState(knowledge, actor, params.id, body, expectedVersion(request));
        return withVersion(reply, await readEntry(knowledge, actor, params.id));
      },
    );

    app.get(
      '/api/knowledge/:id/versions',
      {
        schema: {
          tags,
          summary: '知识条目的历次版本',
          params: Id,
          response: { 200: pageOf(EntryVersionSchema) },
        },
      },
      async (request) => readVersions(knowledge, request.actor, request.params.id),
    );

    app.get(
      '/api/cases/:no/knowledge',
      {
        schema: {
          tags,
          summary: '推送到办件旁的法规、规则说明和案例',
          params: Type.Object({ no: Type.String({ title: '受理编号', pattern: '^\\d{20}$' }) }),
          response: { 200: pageOf(PushedSchema) },
        },
      },
      async (request) =>
        pushBeside(knowledge, request.actor, await subjectOf(request.actor, request.params.no)),
    );
  };
}
