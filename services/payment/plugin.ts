import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { pageOf, pageQuery } from '@hengchan/platform';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Payment } from './payment.ts';
import { reconcile, takeReconciliation } from './reconcile.ts';
import { refundPayment } from './refund.ts';
import { OrderSchema, OrderSummarySchema, ReconciliationSchema, RefundRequestSchema } from './schema.ts';
import { currentView, readPayment, searchPayments } from './search-payments.ts';

const OrderNo = Type.Object({ orderNo: Type.String({ title: '缴款单号', minLength: 1, maxLength: 64 }) });
const Office = Type.String({ title: '登记机构', pattern: '^\\d{6}$', examples: ['320402'] });

/** Routes of payments, refunds and reconciliation. */
export function paymentPlugin(payment: Payment) {
  return async (instance: FastifyInstance): Promise<void> => {
    const app = instance.withTypeProvider<TypeBoxTypeProvider>();

    app.get(
      '/api/payments',
      {
        schema: {
          tags: ['缴费'],
          summary: '缴款单查询',
          querystring: Type.Object({
            caseNo: Type.Optional(Type.String({ title: '受理编号', minLength: 1, maxLength: 64 })),
            q: Type.Optional(
              Type.String({ title: '缴款单号、受理编号或缴费人', minLength: 1, maxLength: 100 }),
            ),
            status: Type.Optional(
              Type.Union([
                Type.Literal('open'),
                Type.Literal('settled'),
                Type.Literal('refunded'),
                Type.Literal('closed'),
              ]),
            ),
            office: Type.Optional(Office),
            fault: Type.Optional(Type.Boolean({ title: '只看有差异的' })),
            ...pageQuery,
          }),
          response: { 200: pageOf(OrderSummarySchema) },
        },
      },
      async (request) => searchPayments(payment, request.actor, request.query),
    );

    app.get(
      '/api/payments/:orderNo',
      { schema: { tags: ['缴费'], summary: '缴款单', params: OrderNo, response: { 200: OrderSchema } } },
      async (request) => readPayment(payment, request.actor, request.params.orderNo),
    );

    app.post(
      '/api/payments/:orderNo/refunds',
      {
        schema: {
          tags: ['缴费'],
          summary: '退款（原路退回，按分账比例）',
          params: OrderNo,
          body: RefundRequestSchema,
          response: { 201: OrderSchema },
        },
      },
      async (request, reply) => {
        const { actor, params, body, idempotencyKey } = request;
        await refundPayment(payment, actor, params.orderNo, body, idempotencyKey);
        return reply.status(201).send(await currentView(payment, request.params.orderNo));
      },
    );

    app.get(
      '/api/payments/reconciliations/:day',
      {
        schema: {
          tags: ['缴费'],
          summary: '日对账',
          description: 'format=csv 时返回表格文件；ask=true 时逐笔向银行核对。',
          params: Type.Object({
            day: Type.String({ title: '日期', pattern: '^\\d{4}-\\d{2}-\\d{2}$', examples: ['2026-11-20'] }),
          }),
          querystring: Type.Object({
            office: Office,
            ask: Type.Optional(Type.Boolean({ title: '逐笔向银行核对' })),
            format: Type.Optional(Type.Union([Type.Literal('json'), Type.Literal('csv')])),
            approval: Type.Optional(
              Type.String({
                title: '同意记录编号',
                description: '差异条数超过单次导出上限时需要',
                format: 'uuid',
              }),
            ),
          }),
          'x-leaves-as': 'rows',
          response: {
            200: {
              content: {
                'application/json': { schema: ReconciliationSchema },
                'text/csv': { schema: Type.String() },
              },
            },
          },
        },
      },
      async (request, reply) => {
        const { office, ask, format, approval } = request.query;
        const { day } = request.params;
        const made = await reconcile(payment, request.actor, {
          office,
          day,
          ...(ask === undefined ? {} : { ask }),
        });
        if (format !== 'csv') return made;
        const table = await takeReconciliation(payment, request.actor, made, approval);
        return reply
          .type('text/csv; charset=utf-8')
          .header(
            'content-disposition',
            `attachment; filename*=UTF-8''${encodeURIComponent(`对账-${office}-${day}.csv`)}`,
          )
          .send(table);
      },
    );
  };
}
