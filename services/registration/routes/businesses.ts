import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { describeBusiness, summariseBusiness } from '../businesses.ts';
import type { Registration } from '../registration.ts';

/** What can be done here: for everybody, without signing in. Served from memory. */
export function businessRoutes(instance: FastifyInstance, registration: Registration): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const { definitions } = registration.casework;
  const list = { items: definitions.list().map(summariseBusiness) };

  app.get(
    '/api/businesses',
    { schema: { tags: ['业务'], summary: '登记业务目录', security: [] } },
    async () => list,
  );

  app.get(
    '/api/businesses/:code',
    {
      schema: {
        tags: ['业务'],
        summary: '业务定义：申请人、表单、材料、环节、规则、时限、收费',
        description:
          '演示与培训环境中另有 example：一份可以原样提交到 POST /api/cases 的申请，所涉单元已在登记簿或权籍调查中备好、无人使用；提交后再取即为新的一份。提交人账号见 GET /api/demo/situations。',
        security: [],
        params: Type.Object({ code: Type.String({ maxLength: 100 }) }),
      },
    },
    async (request) => {
      const definition = definitions.get(request.params.code);
      const example = await registration.examples?.(definition);
      return { ...describeBusiness(registration, definition), ...(example ? { example } : {}) };
    },
  );

  app.get('/api/offices', { schema: { tags: ['业务'], summary: '登记机构', security: [] } }, async () => ({
    items: [...registration.offices.values()].map(({ code, name, address, place }) => ({
      code,
      name,
      address,
      city: place,
    })),
  }));
}
