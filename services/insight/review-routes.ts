import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { csv } from '@hengchan/platform';
import { toShanghaiDate } from '@hengchan/standards';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { checkPeriod } from './period.ts';
import { type Reviews, standing, statistics } from './reviews.ts';
import { ReviewQuerySchema, StandingSchema, StatisticsSchema } from './schema.ts';

const tags = ['智能审核'];
const daysBack = 29;

/** Routes of the monitor of automatic review. */
export function reviewRoutes(instance: FastifyInstance, reviews: Reviews): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/api/automatic-review/standing',
    {
      schema: {
        tags,
        summary: '智能审核实时情况',
        querystring: Type.Object({ office: ReviewQuerySchema.properties.office }),
        response: { 200: StandingSchema },
      },
    },
    async (request) => standing(reviews, request.actor, request.query.office),
  );

  app.get(
    '/api/automatic-review/statistics',
    {
      schema: {
        tags,
        summary: '智能审核统计：按业务、按日、按原因；format=csv 导出',
        'x-leaves-as': 'rows',
        querystring: ReviewQuerySchema,
        response: { 200: StatisticsSchema },
      },
    },
    async (request, reply) => {
      const now = reviews.platform.clock.now();
      const { office, business, format, approval } = request.query;
      const { from, to } = checkPeriod(
        request.query.from ?? toShanghaiDate(new Date(now.getTime() - daysBack * 86_400_000)),
        request.query.to ?? toShanghaiDate(now),
      );
      const found = await statistics(reviews, request.actor, { from, to, office, business });
      if (format !== 'csv') return { from, to, ...found };
      const rate = (share: number) => `${(share * 100).toFixed(1)}%`;
      const watermark = await reviews.platform.exports.take(request.actor, {
        resource: 'reviews',
        title: '智能审核统计',
        rows: found.items.length + found.reasons.length,
        approval,
        office,
        conditions: { from, to, business },
      });
      const text = csv([
        [watermark],
        ['业务', '审核件数', '其中网上', '智能办结', '通过由人工决定', '转人工', '不通过', '通过率'],
        ...found.items.map((each) => [
          each.businessName,
          each.total,
          each.online,
          each.automatic,
          each.pass,
          each.person,
          each.block,
          rate(each.passRate),
        ]),
        [],
        ['原因', '结论', '件数'],
        ...found.reasons.map((each) => [
          each.title,
          each.outcome === 'block' ? '不通过' : '转人工',
          each.cases,
        ]),
      ]);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="automatic-review-${from}-${to}.csv"`)
        .serializer((payload: unknown) => String(payload))
        .send(text as never);
    },
  );
}
