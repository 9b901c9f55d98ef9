import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import {
  type AuditFault,
  type AuditFilter,
  exportAudit,
  type Platform,
  searchAudit,
  verifyAudit,
} from '@hengchan/platform';
import type { FastifyInstance } from 'fastify';
import { AuditExportQuery, AuditPage, AuditQuery, AuditVerificationSchema } from './audit-schema.ts';

const tags = ['审计'];

const reasons: Record<AuditFault['fault'], string> = {
  altered: '日志内容被改动',
  removed: '日志被删除',
  inserted: '日志未经平台写入',
  'chain-broken': '链条断裂：此处或之前的链节被改动或删除',
};

/** The audit log, for the audit administrator. */
export function auditRoutes(instance: FastifyInstance, platform: Platform): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/api/audit',
    { schema: { tags, summary: '审计日志', querystring: AuditQuery, response: { 200: AuditPage } } },
    async (request) => {
      const { items, ...rest } = await searchAudit(platform, request.actor, filterOf(request.query));
      return { items: items.map((item) => ({ ...item, at: item.at.toISOString() })), ...rest };
    },
  );

  app.get(
    '/api/audit/export',
    {
      schema: {
        tags,
        summary: '导出审计日志（CSV，首行为导出人水印）',
        'x-leaves-as': 'rows',
        querystring: AuditExportQuery,
        produces: ['text/csv'],
      },
    },
    async (request, reply) => {
      const { approval, ...query } = request.query;
      const text = await exportAudit(platform, request.actor, filterOf(query), approval);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent('审计日志.csv')}`)
        .header('cache-control', 'no-store')
        .send(text);
    },
  );

  app.get(
    '/api/audit/verification',
    { schema: { tags, summary: '校验审计日志', response: { 200: AuditVerificationSchema } } },
    async (request) => {
      const { intact, faults, ...rest } = await verifyAudit(platform, request.actor);
      const broken = faults.map(({ fault, ...place }) => ({ ...place, reason: reasons[fault] }));
      return { valid: intact, broken, ...rest };
    },
  );
}

function filterOf<Query extends { from?: string; until?: string }>(query: Query): AuditFilter {
  const { from, until, ...rest } = query;
  return {
    ...rest,
    ...(from === undefined ? {} : { from: new Date(from) }),
    ...(until === undefined ? {} : { until: new Date(until) }),
  };
}
