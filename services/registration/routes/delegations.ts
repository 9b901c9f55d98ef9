import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import {
  type Delegation,
  delegate,
  listDelegations,
  listStaff,
  platformErrors,
  type RoleCode,
  revokeDelegation,
  roles as roleCatalogue,
} from '@hengchan/platform';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Registration } from '../registration.ts';
import { DelegationSchema } from '../task-schema.ts';

const tags = ['待办'];

const statusTitles: Record<Delegation['status'], string> = {
  planned: '未开始',
  running: '委托中',
  over: '已到期',
  revoked: '已撤销',
};

const roleOf = (role: string) => ({ role, title: roleCatalogue[role as RoleCode]?.title ?? role });

const shown = ({ createdAt, revokedAt, ...delegation }: Delegation) => ({
  ...delegation,
  roles: delegation.roles.map(roleOf),
  statusTitle: statusTitles[delegation.status],
  createdAt: createdAt.toISOString(),
  ...(revokedAt ? { revokedAt: revokedAt.toISOString() } : {}),
});

/** Routes of lending one's posts to a colleague while on leave. */
export function delegationRoutes(instance: FastifyInstance, { platform }: Registration): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/api/delegations',
    {
      schema: {
        tags,
        summary: '岗位委托：本人委托与受托的；指明机构的，该机构全部',
        querystring: Type.Object({ office: Type.Optional(Type.String({ pattern: '^\\d{6}$' })) }),
        response: { 200: Type.Object({ items: Type.Array(DelegationSchema) }) },
      },
    },
    async (request) => ({
      items: (await listDelegations(platform, request.actor, request.query.office)).map(shown),
    }),
  );

  app.get(
    '/api/delegations/candidates',
    {
      schema: {
        tags,
        summary: '可以受托的同事',
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                account: Type.String(),
                name: Type.String(),
                roles: Type.Array(Type.Object({ role: Type.String(), title: Type.String() })),
              }),
            ),
          }),
        },
      },
    },
    async ({ actor }) => {
      platform.access.require(actor, 'task.read');
      if (actor.kind !== 'staff') throw platformErrors.FORBIDDEN();
      const offices = new Set(actor.grants.map((grant) => grant.office));
      const near = (office: string) => office === '*' || offices.has('*') || offices.has(office);
      const staff = await listStaff(platform, {});
      return {
        items: staff
          .filter((each) => each.accountId !== actor.accountId)
          .filter((each) => each.grants.some((grant) => near(grant.office)))
          .map((each) => ({
            account: each.accountId,
            name: each.name,
            roles: [...new Set(each.grants.map((grant) => grant.role))].map(roleOf),
          })),
      };
    },
  );

  app.post(
    '/api/delegations',
    {
      schema: {
        tags,
        summary: '离岗期间委托同事代办（不超过 90 天）',
        body: Type.Object(
          {
            to: Type.String({ title: '受托人账号', format: 'uuid' }),
            from: Type.String({ title: '开始日期', format: 'date' }),
            until: Type.String({ title: '结束日期（含）', format: 'date' }),
            roles: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { minItems: 1, maxItems: 20 })),
            reason: Type.String({ title: '事由', minLength: 1, maxLength: 500 }),
          },
          { additionalProperties: false },
        ),
        response: { 201: DelegationSchema },
      },
    },
    async (request, reply) => {
      const id = await delegate(platform, request.actor, request.body);
      const mine = await listDelegations(platform, request.actor);
      const made = mine.find((each) => each.id === id);
      if (!made) throw new Error(`delegation ${id} is not there`);
      return reply.status(201).send(shown(made));
    },
  );

  app.delete(
    '/api/delegations/:id',
    {
      schema: {
        tags,
        summary: '撤销委托，立即生效',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      },
    },
    async (request, reply) => {
      await revokeDelegation(platform, request.actor, request.params.id);
      return reply.status(204).send();
    },
  );
}
