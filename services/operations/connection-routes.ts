import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { findCalls, findMessages, peerStatus, redeliver } from '@hengchan/exchange';
import type { FastifyInstance } from 'fastify';
import type { Operations } from './plugin.ts';
import { type LedgerQuery, LedgerQuerySchema, MessageKeySchema } from './schema.ts';

const tags = ['数据交换'];
const filterOf = ({ peer, caseNo, cursor, limit = 50 }: LedgerQuery) => ({
  ...(peer === undefined ? {} : { peer }),
  ...(caseNo === undefined ? {} : { caseNo }),
  ...(cursor === undefined ? {} : { before: cursor }),
  limit,
});

/** A page of the ledger; whoever wants the next passes the last line's id. */
function pageOf<Row extends { id: string }>(rows: readonly Row[], limit = 50) {
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return { items: rows, ...(last ? { nextCursor: last.id } : {}) };
}

/** 共享来源: every department's interface with its state and last call, and the ledger of what was exchanged (REG-ACC-05, ONL-CLR-01). */
export function connectionRoutes(instance: FastifyInstance, { platform, exchange }: Operations): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get('/api/exchange/peers', { schema: { tags, summary: '各部门接口状态' } }, async (request) => {
    // Who keeps the connections running sees how they are, but not what goes over them.
    const permission = platform.access.allows(request.actor, 'exchange.manage')
      ? 'exchange.manage'
      : 'exchange.read';
    platform.access.require(request.actor, permission);
    return { items: await peerStatus(exchange) };
  });

  app.get(
    '/api/exchange/messages',
    { schema: { tags, summary: '发出的消息', querystring: LedgerQuerySchema } },
    async (request) => {
      platform.access.require(request.actor, 'exchange.read');
      return pageOf(await findMessages(exchange, filterOf(request.query)), request.query.limit);
    },
  );

  app.get(
    '/api/exchange/calls',
    { schema: { tags, summary: '调用日志', querystring: LedgerQuerySchema } },
    async (request) => {
      platform.access.require(request.actor, 'exchange.read');
      return pageOf(await findCalls(exchange, filterOf(request.query)), request.query.limit);
    },
  );

  app.post(
    '/api/exchange/messages/:office/:id/redelivery',
    {
      schema: {
        tags,
        summary: '重发已放弃的消息（沿用原编号，对方只收一次）',
        params: MessageKeySchema,
      },
    },
    async (request, reply) => {
      const { office, id } = request.params;
      platform.access.require(request.actor, 'exchange.manage', { office });
      await redeliver(exchange, office, id);
      await platform.audit.write(platform.database, request.actor, {
        action: 'exchange.redeliver',
        subject: id,
        office,
      });
      return reply.status(204).send();
    },
  );
}
