import { Readable } from 'node:stream';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import {
  decideApproval,
  listApprovals,
  requestApproval,
  stateOf,
  withdrawApproval,
} from '../approvals/approvals.ts';
import { operations } from '../approvals/dispositions.ts';
import { fetchExport, readManifest, verifyExport } from '../exports/fetch-export.ts';
import { listExports, openExport, retainExport } from '../exports/open-export.ts';
import {
  ApprovalQuery,
  CreatedSchema,
  DecisionBody,
  IdParameter,
  NewApprovalBody,
  NewDestructionBody,
  NewExportBody,
  PageQuery,
} from '../schema.ts';
import type { Security } from '../security.ts';
import type { ApprovalRow, ExportRow } from '../tables.ts';
import type { DestructionRecord } from '../termination/destroy.ts';
import { readLetter } from '../termination/letter.ts';
import { confirmationOf, listDestructions, requestDestruction } from '../termination/request-destruction.ts';
import { attachment } from './attachment.ts';

const tags = ['数据处置'];

/** Consents, exports and the end of the service: for the institution that owns the data. */
export function dataRoutes(instance: FastifyInstance, security: Security): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const { platform } = security;

  app.get(
    '/api/security/approvals',
    { schema: { tags, summary: '同意记录', querystring: PageQuery } },
    async (request) => {
      const { items, ...rest } = await listApprovals(security, request.actor, request.query);
      return { items: items.map((row) => showApproval(row, platform.clock.now())), ...rest };
    },
  );

  app.post(
    '/api/security/approvals',
    { schema: { tags, summary: '申请同意', body: NewApprovalBody, response: { 201: CreatedSchema } } },
    async (request, reply) => {
      const { validUntil, ...wanted } = request.body;
      const id = await requestApproval(security, request.actor, {
        ...wanted,
        validUntil: new Date(validUntil),
      });
      return reply.status(201).send({ id });
    },
  );

  app.post(
    '/api/security/approvals/:id/decision',
    { schema: { tags, summary: '批准或不批准', params: IdParameter, body: DecisionBody } },
    async (request, reply) => {
      await decideApproval(security, request.actor, request.params.id, request.body);
      return reply.status(204).send();
    },
  );

  app.post(
    '/api/security/approvals/:id/withdrawal',
    { schema: { tags, summary: '收回同意', params: IdParameter } },
    async (request, reply) => {
      await withdrawApproval(security, request.actor, request.params.id);
      return reply.status(204).send();
    },
  );

  app.get('/api/security/exports', { schema: { tags, summary: '全量导出任务' } }, async (request) => ({
    items: (await listExports(security, request.actor)).map((row) => showExport(row, platform.clock.now())),
  }));

  app.post(
    '/api/security/exports',
    { schema: { tags, summary: '发起全量导出', body: NewExportBody, response: { 201: CreatedSchema } } },
    async (request, reply) =>
      reply.status(201).send({ id: await openExport(security, request.actor, request.body) }),
  );

  app.get(
    '/api/security/exports/:id/manifest',
    { schema: { tags, summary: '导出清单', params: IdParameter } },
    async (request) => readManifest(security, request.actor, request.params.id),
  );

  app.get(
    '/api/security/exports/:id/archive',
    {
      schema: {
        tags,
        summary: '下载导出包（tar）',
        'x-leaves-as': 'whole',
        params: IdParameter,
        produces: ['application/x-tar'],
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const stream = Readable.from(await fetchExport(security, request.actor, id));
      return attachment(reply, `hengchan-${id}.tar`, 'application/x-tar').send(stream);
    },
  );

  app.post(
    '/api/security/exports/:id/verification',
    { schema: { tags, summary: '核对导出包', params: IdParameter } },
    async (request) => verifyExport(security, request.actor, request.params.id),
  );

  app.post(
    '/api/security/exports/:id/retention',
    { schema: { tags, summary: '延长留存', params: IdParameter, body: ApprovalQuery } },
    async (request, reply) => {
      await retainExport(security, request.actor, request.params.id, request.body.approval);
      return reply.status(204).send();
    },
  );

  app.get('/api/security/destructions', { schema: { tags, summary: '销毁任务' } }, async (request) => ({
    confirmation: confirmationOf(security.owner),
    items: (await listDestructions(security, request.actor)).map((row) => ({
      id: row.id,
      approval: row.approval,
      export: row.export,
      status: row.status,
      requestedBy: row.requested_by_name,
      requestedAt: row.requested_at.toISOString(),
      ...(row.finished_at === null
        ? {}
        : { finishedAt: row.finished_at.toISOString(), record: row.record as DestructionRecord }),
    })),
  }));

  app.get(
    '/api/security/destructions/:id/letter',
    {
      schema: {
        tags,
        summary: '下载承诺书和销毁记录',
        'x-leaves-as': 'paper',
        params: IdParameter,
        produces: ['text/html'],
      },
    },
    async (request, reply) => {
      const letter = await readLetter(security, request.actor, request.params.id);
      return attachment(reply, '网络安全承诺书.html', 'text/html; charset=utf-8').send(letter);
    },
  );

  app.post(
    '/api/security/destructions',
    {
      schema: {
        tags,
        summary: '登记销毁任务（只登记，不销毁）',
        body: NewDestructionBody,
        response: { 201: CreatedSchema },
      },
    },
    async (request, reply) =>
      reply.status(201).send({ id: await requestDestruction(security, request.actor, request.body) }),
  );
}

function showApproval(row: ApprovalRow, now: Date) {
  return {
    id: row.id,
    operation: row.operation,
    operationTitle: operations[row.operation as keyof typeof operations]?.title ?? row.operation,
    subject: row.subject,
    purpose: row.purpose,
    scope: row.scope,
    ...(row.recipient === null ? {} : { recipient: row.recipient }),
    ...(row.row_limit === null ? {} : { rowLimit: row.row_limit }),
    validUntil: row.valid_until.toISOString(),
    state: stateOf(row, now),
    requestedBy: row.requested_by_name,
    requestedById: row.requested_by,
    requestedAt: row.requested_at.toISOString(),
    ...(row.decided_at === null
      ? {}
      : {
          decidedBy: row.decided_by_name,
          decidedAt: row.decided_at.toISOString(),
          decisionNote: row.decision_note,
        }),
    ...(row.withdrawn_at === null
      ? {}
      : { withdrawnBy: row.withdrawn_by_name, withdrawnAt: row.withdrawn_at.toISOString() }),
  };
}

function showExport(row: ExportRow, now: Date) {
  return {
    id: row.id,
    disposition: row.disposition,
    dispositionTitle: operations[row.disposition as keyof typeof operations]?.title ?? row.disposition,
    purpose: row.purpose,
    ...(row.recipient === null ? {} : { recipient: row.recipient }),
    approval: row.approval,
    status: row.keep_until <= now ? 'expired' : row.status,
    tablesTotal: row.tables_total,
    tablesDone: row.tables_done,
    rowsDone: row.rows_done,
    ...(row.failure === null ? {} : { failure: row.failure }),
    ...(row.manifest_hash === null ? {} : { manifestHash: row.manifest_hash }),
    requestedBy: row.requested_by_name,
    requestedById: row.requested_by,
    requestedAt: row.requested_at.toISOString(),
    keepUntil: row.keep_until.toISOString(),
    ...(row.verified_at === null ? {} : { verifiedAt: row.verified_at.toISOString() }),
  };
}
