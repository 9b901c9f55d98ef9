import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { changeHandling, listHandling } from '../handling/parameters.ts';
import type { Registration } from '../registration.ts';

const Period = Type.Object(
  {
    days: Type.Integer({ title: '天数', minimum: 1, maximum: 400 }),
    unit: Type.Unsafe<'working' | 'calendar'>(
      Type.String({ title: '单位：working 工作日、calendar 自然日', enum: ['working', 'calendar'] }),
    ),
  },
  { additionalProperties: false },
);

const ParametersSchema = Type.Object(
  {
    deemedAcceptanceDays: Type.Optional(
      Type.Integer({
        title: '多少个工作日未书面告知即视为受理；0 为不自动',
        minimum: 0,
        maximum: 30,
      }),
    ),
    supplements: Type.Optional(
      Type.Integer({ title: '同一环节不说明新情况可以通知补正的次数', minimum: 1, maximum: 10 }),
    ),
    digitalYuan: Type.Optional(Type.Boolean({ title: '接受数字人民币缴款（试点）' })),
    notices: Type.Optional(Type.Record(Type.String({ maxLength: 30 }), Period)),
  },
  { $id: 'HandlingParameters', title: '办理参数', additionalProperties: false },
);

/** What an office sets for the handling of its cases: notices, deemed acceptance, supplements, digital yuan. */
export function handlingRoutes(instance: FastifyInstance, registration: Registration): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ['设置'];

  app.get(
    '/api/handling-parameters',
    {
      schema: {
        tags,
        summary: '办理参数：公告期限、视为受理、补正次数、数字人民币试点',
        response: {
          200: Type.Object({
            offices: Type.Record(Type.String(), ParametersSchema),
            defaults: ParametersSchema,
          }),
        },
      },
    },
    async (request) => listHandling(registration, request.actor),
  );

  app.put(
    '/api/handling-parameters/:office',
    {
      schema: {
        tags,
        summary: '设置某机构（* 为全部）的办理参数',
        params: Type.Object({ office: Type.String({ pattern: '^(\\d{6}|\\*)$' }) }),
        body: ParametersSchema,
      },
    },
    async (request, reply) => {
      await changeHandling(registration, request.actor, request.params.office, request.body);
      return reply.status(204).send();
    },
  );
}
