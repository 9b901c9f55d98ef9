import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { pageOf } from '@hengchan/platform';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { seeCase } from '../cases/see.ts';
import { expandHolder, relationsOf } from '../register/relations.ts';
import type { Registration } from '../registration.ts';
import { reviewLog } from '../review-log.ts';
import { reviewNotice } from '../review-notice.ts';
import { RelationsSchema, ReviewNoticeAnswerSchema, ReviewStepSchema } from '../review-schema.ts';

const CaseNo = Type.Object({ no: Type.String({ title: '受理编号', pattern: '^\\d{20}$' }) });
const UnitCode = Type.Object({ code: Type.String({ title: '不动产单元代码', maxLength: 40 }) });

/** Routes of what the machine concluded about a case, and of how units, holders and cases hang together. */
export function reviewRoutes(instance: FastifyInstance, registration: Registration): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/api/cases/:no/review-log',
    {
      schema: {
        tags: ['智能审核'],
        summary: '智能审核每一步的输入、规则、结果和时间',
        params: CaseNo,
        response: { 200: pageOf(ReviewStepSchema) },
      },
    },
    async (request) => reviewLog(registration, request.actor, request.params.no),
  );

  app.get(
    '/api/cases/:no/review-notice',
    {
      schema: {
        tags: ['智能审核'],
        summary: '智能审核未通过、转人工时对申请人或经办人的提示',
        params: CaseNo,
        response: { 200: ReviewNoticeAnswerSchema },
      },
    },
    async (request) => {
      const record = await seeCase(registration, request.actor, request.params.no);
      const notice = await reviewNotice(registration, request.actor, record);
      return notice ? { notice } : {};
    },
  );

  app.get(
    '/api/register/units/:code/relations',
    {
      schema: {
        tags: ['登记簿'],
        summary: '单元的关系图：权利、权利人、限制、办件、前身与后续',
        params: UnitCode,
        response: { 200: RelationsSchema },
      },
    },
    async (request) => relationsOf(registration, request.actor, request.params.code),
  );

  app.get(
    '/api/register/units/:code/relations/holder',
    {
      schema: {
        tags: ['登记簿'],
        summary: '展开关系图中的权利人：其在本机构的其他单元（须写明目的，留痕）',
        params: UnitCode,
        querystring: Type.Object({
          holder: Type.String({ title: '关系图中的节点', maxLength: 100 }),
          purpose: Type.Optional(Type.String({ title: '查询目的', maxLength: 200 })),
          cursor: Type.Optional(Type.String({ title: '游标', maxLength: 100 })),
        }),
        response: { 200: RelationsSchema },
      },
    },
    async (request) => expandHolder(registration, request.actor, request.params.code, request.query),
  );
}
