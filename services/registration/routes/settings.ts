import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { platformErrors } from '@hengchan/platform';
import { dictionary, findDictionary } from '@hengchan/standards';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { changeCalendar, readCalendar } from '../calendar.ts';
import type { Registration } from '../registration.ts';

/** The working calendar an administrator keeps, and the dictionaries everybody reads. */
export function settingRoutes(instance: FastifyInstance, registration: Registration): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
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
