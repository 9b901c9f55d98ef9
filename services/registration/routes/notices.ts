import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { pageOf, pageQuery, readUpload } from '@hengchan/platform';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { CitationSchema } from '../citation-schema.ts';
import { kindOf, type NoticeKind, noticeKinds } from '../notices/kinds.ts';
import { listNotices, myObjections, readNotice, readNoticeDocument } from '../notices/list.ts';
import { objectToNotice } from '../notices/object.ts';
import { addObjectionFile, readObjectionFile } from '../notices/objection-files.ts';
import { readReply } from '../notices/reply.ts';
import { NewObjectionSchema, NoticeSchema, NoticeSummarySchema, ObjectionSchema } from '../notices/schema.ts';
import { viewObjection } from '../notices/view.ts';
import type { Registration } from '../registration.ts';
import { sendFile } from './send-file.ts';

const tags = ['公告'];
const NoticeNo = Type.Object({ no: Type.String({ title: '公告编号', pattern: '^\\d{20}$' }) });
const ObjectionId = Type.Object({ id: Type.String({ format: 'uuid' }) });

/** Public notices, for everybody without signing in; objections to them, by anybody in their own name. */
export function noticeRoutes(instance: FastifyInstance, registration: Registration): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const { database } = registration.platform;

  app.get(
    '/api/public/notice-kinds',
    {
      schema: {
        tags,
        summary: '公告种类',
        security: [],
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                kind: Type.String(),
                title: Type.String(),
                law: CitationSchema,
                days: Type.Integer(),
                unit: Type.String(),
                least: Type.Boolean({ title: '法定最短期限，登记机构不得缩短' }),
              }),
            ),
          }),
        },
      },
    },
    async () => ({
      items: (Object.keys(noticeKinds) as NoticeKind[]).map((kind) => {
        const { title, law, period, least = false } = kindOf(kind);
        return { kind, title, law, ...period, least };
      }),
    }),
  );

  app.get(
    '/api/public/notices',
    {
      schema: {
        tags,
        summary: '公告列表',
        security: [],
        querystring: Type.Object({
          ...pageQuery,
          office: Type.Optional(Type.String({ title: '登记机构', pattern: '^\\d{6}$' })),
          kind: Type.Optional(Type.String({ title: '公告种类', maxLength: 30 })),
          status: Type.Optional(
            Type.Unsafe<'running' | 'over' | 'ended'>(
              Type.String({ title: '状态', enum: ['running', 'over', 'ended'] }),
            ),
          ),
          q: Type.Optional(Type.String({ title: '坐落、单元代码或公告编号', maxLength: 100 })),
        }),
        response: { 200: pageOf(NoticeSummarySchema) },
      },
    },
    async (request) => listNotices(registration, request.query),
  );

  app.get(
    '/api/public/notices/:no',
    { schema: { tags, summary: '公告', security: [], params: NoticeNo, response: { 200: NoticeSchema } } },
    async (request) => readNotice(registration, request.params.no),
  );

  app.get(
    '/api/public/notices/:no/document',
    { schema: { tags, summary: '公告文书（PDF）', 'x-leaves-as': 'public', security: [], params: NoticeNo } },
    async (request, reply) => {
      const { content, name } = await readNoticeDocument(registration, request.params.no);
      return sendFile(reply, content, 'application/pdf', name);
    },
  );

  app.post(
    '/api/public/notices/:no/objections',
    {
      schema: {
        tags,
        summary: '对公告提出异议',
        params: NoticeNo,
        body: NewObjectionSchema,
        response: { 201: ObjectionSchema },
      },
    },
    async (request, reply) => {
      const objection = await objectToNotice(registration, request.actor, request.params.no, request.body);
      return reply.status(201).send(await viewObjection(database, objection));
    },
  );

  app.put(
    '/api/public/notices/:no/objections/:id/files',
    {
      schema: {
        tags,
        summary: '补充异议材料（multipart/form-data，字段 file）',
        consumes: ['multipart/form-data'],
        params: Type.Object({ ...NoticeNo.properties, ...ObjectionId.properties }),
        response: { 200: ObjectionSchema },
      },
    },
    async (request, reply) => {
      const { no, id } = request.params;
      const file = await readUpload(request);
      const objection = await addObjectionFile(registration, request.actor, no, id, file);
      return reply.send(await viewObjection(database, objection));
    },
  );

  app.get(
    '/api/my/notice-objections',
    {
      schema: {
        tags,
        summary: '本人提出的公告异议',
        response: {
          200: Type.Object({
            items: Type.Array(Type.Object({ ...ObjectionSchema.properties, notice: NoticeSummarySchema })),
          }),
        },
      },
    },
    async (request) => myObjections(registration, request.actor),
  );

  app.get(
    '/api/notice-objections/:id/files/:file',
    {
      schema: {
        tags,
        summary: '异议材料内容',
        'x-leaves-as': 'paper',
        params: Type.Object({ ...ObjectionId.properties, file: Type.String({ format: 'uuid' }) }),
      },
    },
    async (request, reply) => {
      const { id, file } = request.params;
      const { content, mediaType, name } = await readObjectionFile(registration, request.actor, id, file);
      return sendFile(reply, content, mediaType, name);
    },
  );

  app.get(
    '/api/notice-objections/:id/reply',
    {
      schema: { tags, summary: '公告异议审查结果告知书（PDF）', 'x-leaves-as': 'paper', params: ObjectionId },
    },
    async (request, reply) => {
      const { content, name } = await readReply(registration, request.actor, request.params.id);
      return sendFile(reply, content, 'application/pdf', name);
    },
  );
}
