import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { csv, listOwnAgents, pageOf, readUpload, withdrawOwnAgent } from '@hengchan/platform';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import {
  AgentSchema,
  HeldMortgageSchema,
  HeldQuery,
  RowResultSchema,
  SummarySchema,
} from '../institution-schema.ts';
import { columnsOf, unitColumn } from '../institutions/columns.ts';
import { heldMortgages, heldTitles } from '../institutions/held.ts';
import { offered, openRows } from '../institutions/open-rows.ts';
import { ownCasesTable, summariseCases } from '../institutions/own-cases.ts';
import { mostRows, readTable } from '../institutions/read-table.ts';
import { UnitSummarySchema } from '../register-schema.ts';
import type { Registration } from '../registration.ts';

const tags = ['机构工作台'];
const Business = Type.String({ title: '业务代码', maxLength: 100 });
const Office = Type.String({ title: '登记机构', pattern: '^\\d{6}$' });
const Results = Type.Object({ items: Type.Array(RowResultSchema) });

/** What banks, developers, courts and companies have besides the cases everybody has (ONL-USR-03, ONL-USR-04). */
export function institutionRoutes(instance: FastifyInstance, registration: Registration): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const { platform, casework } = registration;

  app.get(
    '/api/institution',
    { schema: { tags, summary: '机构办件概况', response: { 200: SummarySchema } } },
    async (request) => summariseCases(registration, request.actor),
  );

  app.get(
    '/api/institution/cases.csv',
    {
      schema: {
        tags,
        summary: '本机构办件（表格）',
        'x-leaves-as': 'rows',
        querystring: Type.Object({
          q: Type.Optional(Type.String({ maxLength: 100 })),
          status: Type.Optional(Type.String({ maxLength: 30 })),
          business: Type.Optional(Business),
          approval: Type.Optional(Type.String({ title: '批准编号', maxLength: 40 })),
        }),
      },
    },
    async (request, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="cases.csv"')
        .send(await ownCasesTable(registration, request.actor, request.query)),
  );

  app.get(
    '/api/institution/mortgages',
    {
      schema: {
        tags,
        summary: '本机构名下的抵押权',
        querystring: HeldQuery,
        response: { 200: pageOf(HeldMortgageSchema) },
      },
    },
    async (request) => heldMortgages(registration, request.actor, request.query),
  );

  app.get(
    '/api/institution/units',
    {
      schema: {
        tags,
        summary: '本机构名下的不动产；unsold 只看尚未预告给买受人的',
        querystring: Type.Object({ ...HeldQuery.properties, unsold: Type.Optional(Type.Boolean()) }),
        response: { 200: pageOf(UnitSummarySchema) },
      },
    },
    async (request) => heldTitles(registration, request.actor, request.query),
  );

  app.get(
    '/api/institution/agents',
    {
      schema: {
        tags,
        summary: '本机构经办人',
        response: { 200: Type.Object({ items: Type.Array(AgentSchema) }) },
      },
    },
    async (request) => {
      const agents = await listOwnAgents(platform, request.actor);
      return {
        items: agents.map(({ grantedAt, expiresAt, withdrawnAt, ...agent }) => ({
          ...agent,
          grantedAt: grantedAt.toISOString(),
          ...(expiresAt ? { expiresAt: expiresAt.toISOString() } : {}),
          ...(withdrawnAt ? { withdrawnAt: withdrawnAt.toISOString() } : {}),
        })),
      };
    },
  );

  app.delete(
    '/api/institution/agents/:account',
    {
      schema: {
        tags,
        summary: '撤销经办人授权，立即生效',
        params: Type.Object({ account: Type.String({ format: 'uuid' }) }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await withdrawOwnAgent(platform, request.actor, request.params.account);
      return reply.status(204).send(null);
    },
  );

  const columnsFor = (kind: string | undefined, business: string) => {
    const definition = casework.definitions.get(business);
    return columnsOf(definition, offered(definition, kind ?? ''));
  };

  app.get(
    '/api/institution/tables/:business',
    {
      schema: {
        tags,
        summary: '批量办理的表格有哪些列；format=csv 为可填写的模板',
        'x-leaves-as': 'public',
        params: Type.Object({ business: Business }),
        querystring: Type.Object({ format: Type.Optional(Type.Literal('csv')) }),
      },
    },
    async (request, reply) => {
      platform.access.require(request.actor, 'case.create');
      const columns = columnsFor(request.actor.organisation?.kind, request.params.business);
      if (request.query.format !== 'csv') return { items: columns };
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${request.params.business}.csv"`)
        .send(csv([columns.map(({ title }) => title), columns.map(({ example }) => example)]));
    },
  );

  app.post(
    '/api/institution/tables/:business',
    {
      schema: {
        tags,
        summary: '上传表格，每行发起一件；同一行再传不会重复',
        params: Type.Object({ business: Business }),
        querystring: Type.Object({ office: Office }),
        response: { 200: Results },
      },
    },
    async (request) => {
      const { business } = request.params;
      platform.access.require(request.actor, 'case.create');
      const known = columnsFor(request.actor.organisation?.kind, business).map(({ title }) => title);
      const { content } = await readUpload(request);
      const lines = readTable(content, known);
      return {
        items: await openRows(registration, request.actor, { business, office: request.query.office, lines }),
      };
    },
  );

  app.post(
    '/api/institution/rows',
    {
      schema: {
        tags,
        summary: '对选中的若干单元各发起一件；columns 为其余各列',
        body: Type.Object(
          {
            business: Business,
            office: Office,
            rows: Type.Array(
              Type.Object({
                unit: Type.String({ maxLength: 40 }),
                columns: Type.Optional(Type.Record(Type.String(), Type.String({ maxLength: 500 }))),
              }),
              { minItems: 1, maxItems: mostRows },
            ),
          },
          { additionalProperties: false },
        ),
        response: { 200: Results },
      },
    },
    async (request) => {
      const { business, office, rows } = request.body;
      const lines = rows.map(({ unit, columns = {} }, at) => ({
        line: at + 1,
        cells: new Map([...Object.entries(columns), [unitColumn, unit]]),
      }));
      return { items: await openRows(registration, request.actor, { business, office, lines }) };
    },
  );
}
