import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { type CaseRecord, getCase, historyOf, nodeOf } from '@hengchan/casework';
import { expectedVersion, pageOf, pageQuery, readUpload, sayVersion } from '@hengchan/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { act, amend } from '../cases/act.ts';
import { readDocument } from '../cases/documents.ts';
import { listCases } from '../cases/list.ts';
import { deleteMaterial, putMaterial, readMaterial } from '../cases/materials.ts';
import { open } from '../cases/open.ts';
import { seeCase, seeCaseWithPapers } from '../cases/see.ts';
import { viewCase } from '../cases/view.ts';
import { FindingSchema } from '../finding-schema.ts';
import { allFindings } from '../findings.ts';
import type { Registration } from '../registration.ts';
import { ActSchema, CaseSchema, CaseSummarySchema, OpenCaseSchema, PartyInputSchema } from '../schema.ts';
import { sendFile } from './send-file.ts';

const CaseNo = Type.Object({ no: Type.String({ title: '受理编号', pattern: '^\\d{20}$' }) });
const tags = ['办件'];
/** Actions whose data the parties must read: what is to be supplemented. */
const shownData: readonly string[] = ['supplement', 'review-supplement'];

/** Routes of cases. */
export function caseRoutes(instance: FastifyInstance, registration: Registration): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const { platform, casework } = registration;

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    found: string | CaseRecord,
    status = 200,
  ) {
    const record = typeof found === 'string' ? await getCase(platform.database, found) : found;
    sayVersion(reply, record.case.revision);
    return reply.status(status).send(await viewCase(registration, request.actor, record));
  }

  app.post(
    '/api/cases',
    { schema: { tags, summary: '发起办件', body: OpenCaseSchema, response: { 201: CaseSchema } } },
    async (request, reply) => {
      const record = await open(registration, request.actor, request.body, request.idempotencyKey);
      reply.header('location', `/api/cases/${record.case.no}`);
      return answer(request, reply, record, 201);
    },
  );

  app.get(
    '/api/cases',
    {
      schema: {
        tags,
        summary: '办件列表',
        querystring: Type.Object({
          ...pageQuery,
          q: Type.Optional(Type.String({ title: '编号、坐落、单元代码或姓名', maxLength: 100 })),
          status: Type.Optional(Type.String({ title: '状态；open 未办结，closed 已办结', maxLength: 30 })),
          business: Type.Optional(Type.String({ maxLength: 100 })),
          mine: Type.Optional(Type.Boolean({ title: '只看本人的' })),
          turn: Type.Optional(Type.Boolean({ title: '只看轮到本人办理的' })),
        }),
        response: { 200: pageOf(CaseSummarySchema) },
      },
    },
    async (request) => listCases(registration, request.actor, request.query),
  );

  app.get(
    '/api/cases/:no',
    { schema: { tags, summary: '办件', params: CaseNo, response: { 200: CaseSchema } } },
    async (request, reply) => {
      const { record, papers } = await seeCaseWithPapers(registration, request.actor, request.params.no);
      sayVersion(reply, record.case.revision);
      return reply.send(await viewCase(registration, request.actor, record, papers));
    },
  );

  app.patch(
    '/api/cases/:no',
    {
      schema: {
        tags,
        summary: '修改申请内容（填写中或待补正）',
        params: CaseNo,
        body: Type.Object(
          {
            form: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
            parties: Type.Optional(Type.Array(PartyInputSchema, { maxItems: 100 })),
          },
          { additionalProperties: false },
        ),
        response: { 200: CaseSchema },
      },
    },
    async (request, reply) => {
      await amend(registration, request.actor, request.params.no, request.body, expectedVersion(request));
      return answer(request, reply, request.params.no);
    },
  );

  app.post(
    '/api/cases/:no/actions',
    { schema: { tags, summary: '执行操作', params: CaseNo, body: ActSchema, response: { 200: CaseSchema } } },
    async (request, reply) => {
      const { actor, params, body, idempotencyKey } = request;
      const record = await act(
        registration,
        actor,
        params.no,
        body,
        expectedVersion(request),
        idempotencyKey,
      );
      return answer(request, reply, record);
    },
  );

  app.get(
    '/api/cases/:no/findings',
    { schema: { tags, summary: '规则校验结果', params: CaseNo, response: { 200: pageOf(FindingSchema) } } },
    async (request) => {
      await seeCase(registration, request.actor, request.params.no);
      const rows = await allFindings(platform.database, request.params.no);
      return {
        items: rows.map((row) => ({
          code: row.rule,
          title: row.title,
          moment: row.moment,
          outcome: row.outcome,
          message: row.message,
          text: registration.rulebook.find(row.rule)?.text ?? '',
          citation: row.citation,
          facts: row.facts,
          evaluatedAt: row.at.toISOString(),
        })),
      };
    },
  );

  app.get(
    '/api/cases/:no/history',
    { schema: { tags, summary: '办理过程', params: CaseNo } },
    async (request) => {
      const record = await seeCase(registration, request.actor, request.params.no);
      const definition = casework.definitions.version(record.case.business, record.case.business_version);
      const rows = await historyOf(platform.database, request.params.no);
      return {
        items: rows.map((row) => {
          const node = row.node === null ? undefined : nodeOf(definition.process, row.node);
          return {
            at: row.at.toISOString(),
            actor: row.actor_name,
            actorKind: row.actor_kind,
            action: row.action,
            title: row.title,
            ...(node && 'title' in node ? { step: node.title } : {}),
            ...(row.acted_for_name ? { for: row.acted_for_name } : {}),
            ...(row.comment ? { comment: row.comment } : {}),
            ...(row.data && shownData.includes(row.action) ? { data: row.data } : {}),
          };
        }),
      };
    },
  );

  materialRoutes(
    instance,
    registration,
    answer as (request: FastifyRequest, reply: FastifyReply, caseNo: string) => Promise<never>,
  );
}

function materialRoutes(
  instance: FastifyInstance,
  registration: Registration,
  answer: (request: FastifyRequest, reply: FastifyReply, caseNo: string) => Promise<never>,
): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const MaterialParameters = Type.Object({
    no: CaseNo.properties.no,
    material: Type.String({ maxLength: 60 }),
  });

  app.put(
    '/api/cases/:no/materials/:material',
    {
      schema: {
        tags,
        summary: '提交材料（multipart/form-data，字段 file）',
        consumes: ['multipart/form-data'],
        params: MaterialParameters,
        querystring: Type.Object({ replace: Type.Optional(Type.String({ format: 'uuid' })) }),
        response: { 200: CaseSchema },
      },
    },
    async (request, reply) => {
      await seeCase(registration, request.actor, request.params.no);
      const file = await readUpload(request);
      await putMaterial(registration, request.actor, request.params.no, {
        material: request.params.material,
        ...file,
        ...(request.query.replace === undefined ? {} : { replaces: request.query.replace }),
      });
      return answer(request, reply, request.params.no);
    },
  );

  app.delete(
    '/api/cases/:no/materials/:material/files/:id',
    {
      schema: {
        tags,
        summary: '删除材料文件',
        params: Type.Object({ ...MaterialParameters.properties, id: Type.String({ format: 'uuid' }) }),
        response: { 200: CaseSchema },
      },
    },
    async (request, reply) => {
      await deleteMaterial(registration, request.actor, request.params.no, request.params.id);
      return answer(request, reply, request.params.no);
    },
  );

  app.get(
    '/api/cases/:no/files/:id',
    {
      schema: {
        tags,
        summary: '材料文件内容',
        'x-leaves-as': 'paper',
        params: Type.Object({ no: CaseNo.properties.no, id: Type.String({ format: 'uuid' }) }),
      },
    },
    async (request, reply) => {
      const file = await readMaterial(registration, request.actor, request.params.no, request.params.id);
      return sendFile(reply, file.content, file.mediaType, file.name);
    },
  );

  app.get(
    '/api/cases/:no/documents/:code',
    {
      schema: {
        tags,
        summary: '文书（PDF）',
        'x-leaves-as': 'paper',
        params: Type.Object({ no: CaseNo.properties.no, code: Type.String({ maxLength: 100 }) }),
      },
    },
    async (request, reply) => {
      const file = await readDocument(registration, request.actor, request.params.no, request.params.code);
      return sendFile(reply, file.content, 'application/pdf', file.name);
    },
  );
}
