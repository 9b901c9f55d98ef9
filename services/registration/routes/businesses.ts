import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { describeBusiness, summariseBusiness } from '../businesses.ts';
import { compareVersions } from '../directory/compare-versions.ts';
import { openDirectory } from '../directory/directory.ts';
import { errors } from '../errors.ts';
import { FoundContractSchema, findContract } from '../find-contract.ts';
import { processPicture } from '../process-picture/process-picture.ts';
import type { Registration } from '../registration.ts';

const tags = ['业务'];
const Code = Type.Object({ code: Type.String({ maxLength: 100 }) });
const Version = (title: string) => Type.Integer({ title, minimum: 1, maximum: 9999 });

/** What can be done here: for everybody, without signing in. Served from memory. */
export function businessRoutes(instance: FastifyInstance, registration: Registration): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const { definitions } = registration.casework;
  const list = { items: definitions.list().map(summariseBusiness) };
  const directory = openDirectory(registration);

  function versionOf(code: string, version: number) {
    const found = definitions.versions(code).find((each) => each.version === version);
    if (!found) throw errors.VERSION_NOT_FOUND();
    return found;
  }

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

  app.get(
    '/api/businesses/directory',
    {
      schema: {
        tags,
        summary: '业务目录：按入口和大类，含版本、环节、材料、时限；登记机构人员另见近 90 日实际用时',
        security: [],
      },
    },
    async (request) => directory(request.actor),
  );

  app.get(
    '/api/businesses/:code/comparison',
    {
      schema: {
        tags,
        summary: '业务定义两个版本的对比',
        security: [],
        params: Code,
        querystring: Type.Object({ from: Version('前一版本'), to: Version('后一版本') }),
      },
    },
    async (request) => {
      const { code } = request.params;
      const { from, to } = request.query;
      const title = (rule: string) => registration.rulebook.find(rule)?.title ?? rule;
      return compareVersions(versionOf(code, from), versionOf(code, to), title);
    },
  );

  app.get(
    '/api/businesses/:code/process.bpmn',
    {
      schema: {
        tags,
        summary: '流程图（BPMN 2.0 XML）',
        'x-leaves-as': 'public',
        security: [],
        params: Code,
        querystring: Type.Object({ version: Type.Optional(Version('版本，不填为现行')) }),
      },
    },
    async (request, reply) => {
      const { code } = request.params;
      const { version } = request.query;
      const definition = version === undefined ? definitions.get(code) : versionOf(code, version);
      return reply
        .type('application/xml; charset=utf-8')
        .header('content-disposition', `inline; filename="${definition.code}-v${definition.version}.bpmn"`)
        .send(processPicture(definition));
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

  app.get(
    '/api/filed-contracts',
    {
      config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
      schema: {
        tags,
        summary: '按合同编号取网签备案信息，用来填写申请',
        querystring: Type.Object({
          business: Type.String({ title: '业务代码', maxLength: 100 }),
          office: Type.String({ title: '登记机构', pattern: '^\\d{6}$' }),
          number: Type.String({ title: '合同编号', minLength: 4, maxLength: 64, pattern: '\\S' }),
        }),
        response: { 200: FoundContractSchema },
      },
    },
    async (request) => findContract(registration, request.actor, request.query),
  );
}
