import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { pageOf, pageQuery, platformErrors } from '@hengchan/platform';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { compareMoments } from '../register/compare-moments.ts';
import { proveEntry, viewEntry } from '../register/entries.ts';
import { findSurveyed } from '../register/find-surveyed.ts';
import { findUnits, myUnits } from '../register/find-units.ts';
import { registerSheet } from '../register/sheet.ts';
import { viewEndedRights, viewHistory } from '../register/view-history.ts';
import { viewCommonParts, viewUnit } from '../register/view-unit.ts';
import {
  CommonPartSchema,
  EndedRightViewSchema,
  SurveyedUnitSchema,
  UnitComparisonSchema,
  UnitEventSchema,
  UnitSummarySchema,
  UnitViewSchema,
} from '../register-schema.ts';
import type { Registration } from '../registration.ts';

const tags = ['登记簿'];
const UnitCode = Type.Object({ code: Type.String({ title: '不动产单元代码', maxLength: 40 }) });
const AsOf = Type.Optional(
  Type.String({ title: '截至时点', format: 'date-time', examples: ['2026-11-20T09:00:00+08:00'] }),
);
const Entry = Type.Object({
  office: Type.String({ pattern: '^\\d{6}$' }),
  number: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
});
const standings = [
  'clear',
  'mortgaged',
  'seized',
  'noticed',
  'objected',
  'locked',
  'closed',
  'sole',
  'joint',
  'shares',
] as const;
const kinds = ['house', 'land', 'forest', 'sea', 'structure'] as const;
const Instant = (title: string) => Type.String({ title, format: 'date-time' });

const momentOf = (text: string | undefined) => (text === undefined ? undefined : new Date(text));

/** Routes of the register. */
export function registerRoutes(instance: FastifyInstance, registration: Registration): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/api/register/units',
    {
      schema: {
        tags,
        summary: '登记簿查询',
        querystring: Type.Object({
          ...pageQuery,
          q: Type.Optional(Type.String({ title: '坐落、单元代码或证号', maxLength: 200 })),
          holder: Type.Optional(Type.String({ title: '权利人证件号码', maxLength: 40 })),
          certificate: Type.Optional(Type.String({ title: '证号', maxLength: 200 })),
          office: Type.Optional(Type.String({ pattern: '^\\d{6}$' })),
          standing: Type.Optional(
            Type.Unsafe<(typeof standings)[number]>(Type.String({ enum: [...standings] })),
          ),
          kind: Type.Optional(
            Type.Unsafe<(typeof kinds)[number]>(Type.String({ title: '单元类型', enum: [...kinds] })),
          ),
          purpose: Type.Optional(Type.String({ title: '查询目的', maxLength: 200 })),
        }),
        response: { 200: pageOf(UnitSummarySchema) },
      },
    },
    async (request) => findUnits(registration, request.actor, request.query),
  );

  app.get(
    '/api/my/units',
    { schema: { tags, summary: '本人名下不动产', response: { 200: pageOf(UnitSummarySchema) } } },
    async (request) => myUnits(registration, request.actor),
  );

  app.get(
    '/api/register/units/:code',
    {
      schema: {
        tags,
        summary: '登记簿页',
        params: UnitCode,
        querystring: Type.Object({ asOf: AsOf }),
        response: { 200: UnitViewSchema },
      },
    },
    async (request) =>
      viewUnit(registration, request.actor, request.params.code, momentOf(request.query.asOf)),
  );

  app.get(
    '/api/surveyed-units',
    {
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
      schema: {
        tags: ['权籍'],
        summary: '权籍调查单元：按单元代码、宗地代码；登记机构人员还可按坐落',
        querystring: Type.Object({
          q: Type.String({ title: '单元代码、宗地代码或坐落', minLength: 1, maxLength: 100 }),
          office: Type.Optional(Type.String({ title: '登记机构，按坐落查找时必填', pattern: '^\\d{6}$' })),
        }),
        response: { 200: Type.Object({ items: Type.Array(SurveyedUnitSchema) }) },
      },
    },
    async (request) => findSurveyed(registration, request.actor, request.query),
  );

  app.get(
    '/api/register/units/:code/history',
    {
      schema: {
        tags,
        summary: '单元登记历史',
        params: UnitCode,
        querystring: Type.Object({
          cursor: Type.Optional(Type.String({ pattern: '^\\d{1,15}$' })),
          limit: pageQuery.limit,
        }),
        response: { 200: pageOf(UnitEventSchema) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      return viewHistory(registration, request.actor, request.params.code, {
        ...(cursor === undefined ? {} : { after: Number(cursor) }),
        ...(limit === undefined ? {} : { limit }),
      });
    },
  );

  app.get(
    '/api/register/units/:code/ended-rights',
    {
      schema: {
        tags,
        summary: '历史权利',
        params: UnitCode,
        querystring: Type.Object({
          cursor: Type.Optional(Type.String({ pattern: '^\\d{1,15}\\.[0-9-]{1,30}$' })),
          limit: pageQuery.limit,
        }),
        response: { 200: pageOf(EndedRightViewSchema) },
      },
    },
    async (request) => viewEndedRights(registration, request.actor, request.params.code, request.query),
  );

  app.get(
    '/api/register/units/:code/common-parts',
    {
      schema: {
        tags,
        summary: '同宗地的业主共有部分',
        params: UnitCode,
        response: { 200: pageOf(CommonPartSchema) },
      },
    },
    async (request) => viewCommonParts(registration, request.actor, request.params.code),
  );

  app.get(
    '/api/register/units/:code/comparison',
    {
      schema: {
        tags,
        summary: '两个时点的登记簿对比',
        params: UnitCode,
        querystring: Type.Object({
          from: Instant('前一时点'),
          to: Type.Optional(Instant('后一时点，不填为现在')),
        }),
        response: { 200: UnitComparisonSchema },
      },
    },
    async (request) => {
      const { from, to } = request.query;
      const now = registration.platform.clock.now();
      const until = to === undefined ? now : new Date(to);
      return compareMoments(registration, request.actor, request.params.code, new Date(from), until);
    },
  );

  app.get(
    '/api/register/units/:code/sheet',
    {
      schema: {
        tags,
        summary: '登记簿页（PDF）',
        'x-leaves-as': 'paper',
        params: UnitCode,
        querystring: Type.Object({
          asOf: AsOf,
          purpose: Type.Optional(Type.String({ title: '查询目的', maxLength: 200 })),
        }),
      },
    },
    async (request, reply) => {
      const purpose =
        request.query.purpose?.trim() || (request.actor.kind === 'staff' ? '' : '权利人本人查询');
      if (!purpose)
        throw platformErrors.INVALID_REQUEST({ errors: [{ path: '/purpose', message: '请填写查询目的' }] });
      const pdf = await registerSheet(
        registration,
        request.actor,
        request.params.code,
        purpose,
        momentOf(request.query.asOf),
      );
      return reply
        .type('application/pdf')
        .header('content-disposition', 'inline; filename="register-sheet.pdf"')
        .send(Buffer.from(pdf));
    },
  );

  app.get(
    '/api/register/entries/:office/:number',
    { schema: { tags, summary: '登簿记录', params: Entry } },
    async (request) => viewEntry(registration, request.actor, request.params.office, request.params.number),
  );

  app.get(
    '/api/register/entries/:office/:number/proof',
    { schema: { tags, summary: '存证证明（可离线验证）', 'x-leaves-as': 'paper', params: Entry } },
    async (request, reply) => {
      const bundle = await proveEntry(
        registration,
        request.actor,
        request.params.office,
        request.params.number,
      );
      return reply
        .header(
          'content-disposition',
          `attachment; filename="proof-${request.params.office}-${request.params.number}.json"`,
        )
        .send(bundle);
    },
  );
}
