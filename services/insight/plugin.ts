import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { csv } from '@hengchan/platform';
import { toShanghaiDate } from '@hengchan/standards';
import type { FastifyInstance } from 'fastify';
import { type Indicator, type Insight, indicators } from './indicators.ts';
import { checkPeriod } from './period.ts';
import { reviewRoutes } from './review-routes.ts';
import type { Reviews } from './reviews.ts';
import { PeriodSchema } from './schema.ts';

const columns: [string, (each: Indicator) => string | number][] = [
  ['业务', (each) => each.name],
  ['版本', (each) => each.version],
  ['申请件数', (each) => each.opened],
  ['办结件数', (each) => each.completed],
  ['网办件数', (each) => each.online],
  ['网办率', (each) => `${(each.onlineShare * 100).toFixed(1)}%`],
  ['承诺时限（工作日）', (each) => each.promisedDays],
  ['上一版承诺时限', (each) => each.earlierPromisedDays ?? ''],
  ['法定时限', (each) => each.statutoryDays],
  ['实际平均（工作日）', (each) => each.averageDays?.toFixed(2) ?? ''],
  ['超期件数', (each) => each.overdue],
  ['必交材料数', (each) => each.requiredMaterials],
  ['环节数', (each) => each.steps],
];

/** Routes of the indicators and of the monitor of automatic review; `format=csv` for a table that opens in a spreadsheet. */
export function insightPlugin(insight: Insight & Reviews) {
  return async (instance: FastifyInstance): Promise<void> => {
    reviewRoutes(instance, insight);
    const app = instance.withTypeProvider<TypeBoxTypeProvider>();
    app.get(
      '/api/indicators',
      {
        schema: {
          tags: ['统计'],
          summary: '营商环境考核指标',
          'x-leaves-as': 'rows',
          querystring: PeriodSchema,
        },
      },
      async (request, reply) => {
        const today = toShanghaiDate(insight.platform.clock.now());
        const { from = `${today.slice(0, 4)}-01-01`, to = today, office, format, approval } = request.query;
        checkPeriod(from, to);
        const items = await indicators(insight, request.actor, {
          from,
          to,
          ...(office === undefined ? {} : { office }),
        });
        if (format !== 'csv') return { from, to, items };
        const watermark = await insight.platform.exports.take(request.actor, {
          resource: 'indicators',
          title: '考核指标',
          rows: items.length,
          approval,
          office,
          conditions: { from, to },
        });
        const lines = [
          [watermark],
          columns.map(([title]) => title),
          ...items.map((item) => columns.map(([, value]) => String(value(item)))),
        ];
        return reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="indicators-${from}-${to}.csv"`)
          .send(csv(lines));
      },
    );
  };
}
