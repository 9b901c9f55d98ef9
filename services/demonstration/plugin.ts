import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { type Platform, type RoleCode, roles as roleCatalogue } from '@hengchan/platform';
import type { FastifyInstance } from 'fastify';
import type { Static } from 'typebox';
import { makeDirectory } from './accounts/directory.ts';
import type { DemonstrationAccount } from './accounts/plan-accounts.ts';
import { adjustedDistricts } from './adjusted-districts.ts';
import { makeDemonstrationClock } from './clock.ts';
import { errors } from './errors.ts';
import { listUnits } from './list-units.ts';
import {
  AccountsSchema,
  ClockMovedSchema,
  ClockOrderSchema,
  ClockSchema,
  DistrictsQuery,
  DistrictsSchema,
  SituationQuery,
  SituationSchema,
  UnitsQuery,
  UnitsSchema,
} from './schema.ts';
import { isShown } from './situations/show.ts';
import type { Situations } from './situations/situations.ts';

const tags = ['演示'];

export interface Practice {
  platform: Platform;
  /** Left out, nothing can be tried that is not in the city already. */
  situations?: Situations | undefined;
}

/**
 * Routes of demonstration and training mode: accounts with passwords, units to work with, cases to try, the clock. Open to
 * everybody, so they must never be mounted in production; the plugin refuses to be.
 */
export function demonstrationPlugin({ platform, situations }: Practice) {
  if (platform.config.mode === 'production') throw new Error('no demonstration in production');
  return async (instance: FastifyInstance): Promise<void> => {
    const app = instance.withTypeProvider<TypeBoxTypeProvider>();
    const directory = makeDirectory(platform);
    const clock = makeDemonstrationClock(platform);
    await clock.restore();

    app.get(
      '/api/demo/accounts',
      {
        schema: { tags, summary: '演示账号与密码', security: [], response: { 200: AccountsSchema } },
      },
      async () => ({ items: (await directory()).accounts.map(describe) }),
    );

    app.get(
      '/api/demo/units',
      {
        schema: {
          tags,
          summary: '可用于演练的单元，附权利人账号',
          security: [],
          querystring: UnitsQuery,
          response: { 200: UnitsSchema },
        },
      },
      async (request) => {
        const { state, office } = request.query;
        const listed = await listUnits(platform, await directory(), request.query);
        if (listed.items.length > 0 || request.query.cursor !== undefined || !isShown(state)) return listed;
        await situations?.show(state, office);
        return listUnits(platform, await directory(), request.query);
      },
    );

    app.get(
      '/api/demo/situations',
      {
        schema: {
          tags,
          summary: '一件可以马上办理的业务：现备的单元、当事人与表单',
          description:
            '每次给出一份无人使用的情形（十分钟内不再给别人），没有时当场准备：单元已由权籍调查或登记簿记载到该业务需要的状态。',
          security: [],
          querystring: SituationQuery,
          response: { 200: SituationSchema },
        },
      },
      async (request) => {
        const situation = await situations?.give(request.query);
        if (!situation) throw errors.NOTHING_TO_PRACTISE_ON();
        return situation as Static<typeof SituationSchema>;
      },
    );

    app.get(
      '/api/demo/districts',
      {
        schema: {
          tags,
          summary: '一份调整后的地籍分区（GeoJSON），用于演练导入与叠加分析',
          description: '一个子区一分为二，一处界线移动，一个子区更名。',
          'x-leaves-as': 'public',
          security: [],
          querystring: DistrictsQuery,
          response: { 200: DistrictsSchema },
        },
      },
      async (request, reply) => {
        const file = await adjustedDistricts(platform, request.query.office);
        if (!file) throw errors.NOTHING_TO_PRACTISE_ON();
        return reply
          .type('application/geo+json')
          .header('content-disposition', `attachment; filename="${file.name}.geojson"`)
          .send(file);
      },
    );

    app.get(
      '/api/demo/clock',
      { schema: { tags, summary: '系统时钟', security: [], response: { 200: ClockSchema } } },
      async () => clock.read(),
    );

    app.post(
      '/api/demo/clock',
      {
        schema: {
          tags,
          summary: '拨动系统时钟；拨动后可能需要重新登录',
          security: [],
          body: ClockOrderSchema,
          response: { 200: ClockMovedSchema },
        },
      },
      async (request) => clock.move(request.body.at),
    );
  };
}

function describe({ login, password, name, kind, roles, identity, organisation }: DemonstrationAccount) {
  return {
    account: login,
    password,
    name,
    kind,
    roles: roles.map((grant) => ({ ...grant, title: roleCatalogue[grant.role as RoleCode].title })),
    ...(identity ? { idType: identity.idType, idNumber: identity.idNumber } : {}),
    ...(organisation ? { organisation } : {}),
  };
}
