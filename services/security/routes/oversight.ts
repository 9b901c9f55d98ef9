import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { expectedVersion, withVersion } from '@hengchan/platform';
import type { FastifyInstance } from 'fastify';
import { dispositions, operations } from '../approvals/dispositions.ts';
import { listControls, reviewControl } from '../controls/list-controls.ts';
import { describeCatalogue } from '../data/describe-catalogue.ts';
import { listDrills } from '../drills/drills.ts';
import { makePackage } from '../inspection/make-package.ts';
import { listChecks } from '../integrity/check-integrity.ts';
import { readBill, readInventory } from '../inventory/inventory.ts';
import { recordProduct } from '../inventory/products.ts';
import { handleNotice, listNotices } from '../notices/notices.ts';
import { listTerms, setTerm } from '../retention/retention.ts';
import {
  HandlingBody,
  IdParameter,
  NewStopBody,
  NoticesQuery,
  PackageBody,
  ParametersBody,
  ProductBody,
  ProductVersionSchema,
  ReviewBody,
  RowParameter,
  TakingBody,
  TakingSchema,
  TermBody,
  UseParameter,
} from '../schema.ts';
import type { Security } from '../security.ts';
import { setParameters, showParameters } from '../set-parameters.ts';
import { listStops, resumeFunction, stopFunction } from '../stops/stops.ts';
import { takePage } from '../takings/take-page.ts';
import { attachment } from './attachment.ts';

const tags = ['安全管理'];

/** Controls, inventory, data catalogue, notices, stops, inspection: for those who watch. */
export function oversightRoutes(instance: FastifyInstance, security: Security, version: string): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get('/api/security/controls', { schema: { tags, summary: '控制点与证据' } }, async (request) => ({
    items: await listControls(security, request.actor),
  }));

  app.post(
    '/api/security/controls/:row/reviews',
    { schema: { tags, summary: '登记控制点复核', params: RowParameter, body: ReviewBody } },
    async (request, reply) => {
      await reviewControl(security, request.actor, request.params.row, request.body);
      return reply.status(204).send();
    },
  );

  app.get(
    '/api/security/inventory',
    { schema: { tags, summary: '软硬件、密码、端口与账号核对' } },
    async (request) => readInventory(security, request.actor),
  );

  app.post(
    '/api/security/cryptography/:use/products',
    {
      schema: {
        tags,
        summary: '登记或变更密码产品及其认证证书',
        params: UseParameter,
        body: ProductBody,
        response: { 201: ProductVersionSchema },
      },
    },
    async (request, reply) => {
      const { actor, params, body } = request;
      const made = await recordProduct(security, actor, params.use, body, expectedVersion(request));
      return reply.status(201).send(withVersion(reply, made));
    },
  );

  app.get(
    '/api/security/software-bill',
    { schema: { tags, summary: '软件物料清单（CycloneDX 1.6）', 'x-leaves-as': 'paper' } },
    async (request, reply) => {
      const bill = await readBill(security, request.actor, version);
      return attachment(reply, 'hengchan.cdx.json', 'application/vnd.cyclonedx+json').send(
        JSON.stringify(bill),
      );
    },
  );

  app.get('/api/security/data-catalogue', { schema: { tags, summary: '数据目录' } }, async (request) =>
    describeCatalogue(security, request.actor),
  );

  app.get('/api/security/retention', { schema: { tags, summary: '保存期与到期数据' } }, async (request) => ({
    items: await listTerms(security, request.actor),
  }));

  app.post(
    '/api/security/retention',
    { schema: { tags, summary: '填定保存期', body: TermBody } },
    async (request, reply) => {
      await setTerm(security, request.actor, request.body);
      return reply.status(204).send();
    },
  );

  app.get('/api/security/integrity-checks', { schema: { tags, summary: '完整性核验' } }, async (request) => ({
    items: await listChecks(security, request.actor),
  }));

  app.get('/api/security/dispositions', { schema: { tags, summary: '须经同意的处置' } }, async (request) => {
    security.platform.access.require(request.actor, 'security.read');
    return {
      items: dispositions.map((each) => ({
        ...each,
        ways: each.ways.map((way) => ({ ...way, title: operations[way.operation].title })),
      })),
    };
  });

  app.get(
    '/api/security/notices',
    { schema: { tags, summary: '告警与通知', querystring: NoticesQuery } },
    async (request) => {
      const { items, ...rest } = await listNotices(security, request.actor, request.query);
      return {
        items: items.map((row) => ({
          id: row.id,
          kind: row.kind,
          subject: row.subject,
          text: row.text,
          createdAt: row.created_at.toISOString(),
          ...(row.handled_at === null
            ? {}
            : {
                handledAt: row.handled_at.toISOString(),
                handledBy: row.handled_by_name,
                handling: row.handling,
              }),
        })),
        ...rest,
      };
    },
  );

  app.post(
    '/api/security/notices/:id/handling',
    { schema: { tags, summary: '登记告警处置', params: IdParameter, body: HandlingBody } },
    async (request, reply) => {
      await handleNotice(security, request.actor, request.params.id, request.body.handling);
      return reply.status(204).send();
    },
  );

  app.get('/api/security/stops', { schema: { tags, summary: '停用的功能' } }, async (request) => ({
    items: (await listStops(security, request.actor)).map((row) => ({
      id: row.id,
      kind: row.kind,
      target: row.target,
      message: row.message,
      reason: row.reason,
      stoppedAt: row.stopped_at.toISOString(),
      stoppedBy: row.stopped_by_name,
      ...(row.resumed_at === null
        ? {}
        : { resumedAt: row.resumed_at.toISOString(), resumedBy: row.resumed_by_name }),
    })),
  }));

  app.post(
    '/api/security/stops',
    { schema: { tags, summary: '停用一项功能或接口', body: NewStopBody } },
    async (request, reply) =>
      reply.status(201).send({ id: await stopFunction(security, request.actor, request.body) }),
  );

  app.post(
    '/api/security/stops/:id/resumption',
    { schema: { tags, summary: '恢复', params: IdParameter } },
    async (request, reply) => {
      await resumeFunction(security, request.actor, request.params.id);
      return reply.status(204).send();
    },
  );

  app.post(
    '/api/security/inspection-packages',
    { schema: { tags, summary: '导出检查材料', 'x-leaves-as': 'rows', body: PackageBody } },
    async (request, reply) => {
      const { from, until, ...wanted } = request.body;
      const made = await makePackage(security, request.actor, {
        ...wanted,
        from: new Date(from),
        until: new Date(until),
      });
      return reply.header('cache-control', 'no-store').send(made);
    },
  );

  app.get('/api/security/restore-drills', { schema: { tags, summary: '恢复演练' } }, async (request) => {
    const { items, overdue, dueBy } = await listDrills(security, request.actor);
    return {
      overdue,
      ...(dueBy === undefined ? {} : { dueBy: dueBy.toISOString() }),
      items: items.map((row) => ({
        id: row.id,
        drilledAt: row.drilled_at.toISOString(),
        backupMadeAt: row.backup_made_at.toISOString(),
        database: row.database_kind,
        files: row.files,
        rows: row.rows_restored,
        restoreSeconds: Number(row.restore_seconds),
        verifySeconds: Number(row.verify_seconds),
        faults: row.faults,
        result: row.result,
      })),
    };
  });

  app.post(
    '/api/security/takings',
    {
      schema: {
        tags,
        summary: '登记打印或保存工作台页面，取得水印',
        'x-leaves-as': 'rows',
        body: TakingBody,
        response: { 200: TakingSchema },
      },
    },
    async (request) => takePage(security, request.actor, request.body),
  );

  app.get('/api/security/parameters', { schema: { tags, summary: '安全参数' } }, async (request) =>
    showParameters(security, request.actor),
  );

  app.put(
    '/api/security/parameters',
    { schema: { tags, summary: '设置安全参数', body: ParametersBody } },
    async (request, reply) => {
      await setParameters(security, request.actor, request.body);
      return reply.status(204).send();
    },
  );
}
