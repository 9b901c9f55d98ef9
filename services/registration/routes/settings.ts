import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { platformErrors } from '@hengchan/platform';
import { activationHistory, loadActivations, setActivation } from '@hengchan/rules';
import { dictionary, findDictionary } from '@hengchan/standards';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { automaticBusinesses, setAutomaticBusinesses } from '../automatic-businesses.ts';
import { changeCalendar, readCalendar } from '../calendar.ts';
import type { Registration } from '../registration.ts';

const Scope = Type.String({ title: '适用范围：业务或机构代码，* 为全部', minLength: 1, maxLength: 100 });

/** Settings an administrator keeps: working calendar, legal rules; and the dictionaries everybody reads. */
export function settingRoutes(instance: FastifyInstance, registration: Registration): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const { platform, rulebook } = registration;

  app.get(
    '/api/calendar',
    {
      schema: {
        tags: ['设置'],
        summary: '工作日历',
        security: [],
        querystring: Type.Object({ year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })) }),
      },
    },
    async (request) => readCalendar(registration, request.query.year),
  );

  app.put(
    '/api/calendar/:day',
    {
      schema: {
        tags: ['设置'],
        summary: '设置节假日或调休上班日；未办结办件的期限立即重算',
        params: Type.Object({ day: Type.String({ format: 'date' }) }),
        body: Type.Object(
          {
            kind: Type.Unsafe<'holiday' | 'make-up' | 'ordinary'>(
              Type.String({ title: '类别', enum: ['holiday', 'make-up', 'ordinary'] }),
            ),
            name: Type.String({ title: '名称', minLength: 1, maxLength: 50 }),
          },
          { additionalProperties: false },
        ),
      },
    },
    async (request) => changeCalendar(registration, request.actor, request.params.day, request.body),
  );

  app.get(
    '/api/automatic-businesses',
    { schema: { tags: ['设置'], summary: '可自动审核登簿的业务名单' } },
    async (request) => {
      platform.access.require(request.actor, 'task.read');
      return { offices: await automaticBusinesses(platform.database) };
    },
  );

  app.put(
    '/api/automatic-businesses/:office',
    {
      schema: {
        tags: ['设置'],
        summary: '设置某机构可自动审核登簿的业务（* 为全部机构）',
        params: Type.Object({ office: Type.String({ pattern: '^(\\d{6}|\\*)$' }) }),
        body: Type.Object(
          { businesses: Type.Array(Type.String({ maxLength: 100 }), { title: '业务', maxItems: 200 }) },
          { additionalProperties: false },
        ),
      },
    },
    async (request, reply) => {
      await setAutomaticBusinesses(
        registration,
        request.actor,
        request.params.office,
        request.body.businesses,
      );
      return reply.status(204).send();
    },
  );

  app.get('/api/rules', { schema: { tags: ['设置'], summary: '登记规则及其法规依据' } }, async (request) => {
    if (request.actor.kind === 'anonymous') throw platformErrors.UNAUTHENTICATED();
    const activations = await loadActivations(platform.database);
    const businesses = registration.casework.definitions.list();
    return {
      items: rulebook.list().map(({ code, version, title, weight, citation, text, message, parameters }) => ({
        code,
        version,
        title,
        outcome: weight,
        citation,
        text,
        message,
        parameters: parameters ?? {},
        businesses: businesses
          .filter((each) => each.rules.some((use) => use.rule === code))
          .map((each) => ({ code: each.code, name: each.name })),
        settings: activations.filter((each) => each.rule === code),
      })),
    };
  });

  app.get(
    '/api/rules/:code/history',
    {
      schema: {
        tags: ['设置'],
        summary: '规则设置的历史',
        params: Type.Object({ code: Type.String({ maxLength: 100 }) }),
      },
    },
    async (request) => {
      platform.access.require(request.actor, 'rule.manage');
      const rows = await activationHistory(platform.database, request.params.code);
      return {
        items: rows.map((row) => ({
          ...row,
          set_at: undefined,
          set_by: undefined,
          setAt: row.set_at.toISOString(),
          setBy: row.set_by_name,
        })),
      };
    },
  );

  app.put(
    '/api/rules/:code/settings',
    {
      schema: {
        tags: ['设置'],
        summary: '对某业务、某机构启停规则或调整参数',
        params: Type.Object({ code: Type.String({ maxLength: 100 }) }),
        body: Type.Object(
          {
            office: Scope,
            business: Scope,
            enabled: Type.Boolean({ title: '启用' }),
            parameters: Type.Optional(
              Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
            ),
            reason: Type.String({ title: '调整理由', minLength: 1, maxLength: 500 }),
          },
          { additionalProperties: false },
        ),
      },
    },
    async (request, reply) => {
      const { code } = request.params;
      const rule = rulebook.find(code);
      platform.access.require(request.actor, 'rule.manage');
      if (!rule) throw platformErrors.NOT_FOUND({ detail: '没有这条规则。' });
      const unknown = Object.keys(request.body.parameters ?? {}).filter(
        (name) => !(name in (rule.parameters ?? {})),
      );
      if (unknown.length > 0)
        throw platformErrors.INVALID_REQUEST({
          errors: unknown.map((name) => ({ path: `/parameters/${name}`, message: '该规则没有这个参数' })),
        });
      await setActivation(platform, request.actor, {
        ...request.body,
        parameters: request.body.parameters ?? {},
        rule: code,
      });
      return reply.status(204).send();
    },
  );

  app.get(
    '/api/dictionaries/:name',
    {
      schema: {
        tags: ['设置'],
        summary: '数据字典',
        security: [],
        params: Type.Object({ name: Type.String({ maxLength: 40 }) }),
      },
    },
    async (request) => {
      const name = request.params.name.toUpperCase();
      if (!findDictionary(name)) throw platformErrors.NOT_FOUND({ detail: '没有这个字典。' });
      return dictionary(name);
    },
  );
}
