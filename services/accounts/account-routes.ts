import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import {
  type AccountSummary,
  authoriseAgent,
  changeAccount,
  changeRole,
  createAccount,
  getAccount,
  grantRole,
  listAccounts,
  listRoles,
  lockAccount,
  type NewOrganisation,
  type Platform,
  resetPassword,
  resetSecondFactor,
  revokeRole,
  unlockAccount,
  withdrawAuthorisation,
} from '@hengchan/platform';
import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import { requireIdentity } from './check-identity.ts';
import {
  AccountChangeBody,
  AccountPage,
  AccountSchema,
  AccountsQuery,
  CreatedSchema,
  GrantBody,
  GrantParameter,
  IdParameter,
  NewAccountBody,
  OrganisationBody,
  RoleChangeBody,
  RoleParameter,
  RolesSchema,
  TemporaryPasswordSchema,
} from './schema.ts';

const tags = ['账号与授权'];

/** Accounts for the system administrator, roles and credentials for the security administrator. */
export function accountRoutes(instance: FastifyInstance, platform: Platform): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/api/accounts',
    { schema: { tags, summary: '账号列表', querystring: AccountsQuery, response: { 200: AccountPage } } },
    async (request) => {
      const { items, ...rest } = await listAccounts(platform, request.actor, request.query);
      return { items: items.map(show), ...rest };
    },
  );

  app.post(
    '/api/accounts',
    { schema: { tags, summary: '新建账号', body: NewAccountBody, response: { 201: CreatedSchema } } },
    async (request, reply) => {
      const { organisation, ...account } = request.body;
      platform.access.require(request.actor, 'account.manage');
      requireIdentity(account, '');
      if (organisation) requireIdentity(organisation, '/organisation');
      const id = await createAccount(platform, request.actor, {
        ...account,
        ...(organisation ? { organisation: organisationOf(organisation) } : {}),
      });
      return reply.status(201).send({ id });
    },
  );

  app.get(
    '/api/accounts/:id',
    { schema: { tags, summary: '账号信息', params: IdParameter, response: { 200: AccountSchema } } },
    async (request) => show(await getAccount(platform, request.actor, request.params.id)),
  );

  app.patch(
    '/api/accounts/:id',
    {
      schema: {
        tags,
        summary: '修改账号',
        params: IdParameter,
        body: AccountChangeBody,
        response: { 200: AccountSchema },
      },
    },
    async (request) => {
      await changeAccount(platform, request.actor, request.params.id, request.body);
      return show(await getAccount(platform, request.actor, request.params.id));
    },
  );

  const acts = [
    { path: 'lock', summary: '锁定账号并终止会话', act: lockAccount },
    { path: 'unlock', summary: '解除锁定', act: unlockAccount },
    { path: 'second-factor-reset', summary: '重置动态口令', act: resetSecondFactor },
  ];
  for (const { path, summary, act } of acts) {
    app.post(
      `/api/accounts/:id/${path}`,
      { schema: { tags, summary, params: IdParameter, response: { 204: Type.Null() } } },
      async (request, reply) => {
        await act(platform, request.actor, (request.params as { id: string }).id);
        return reply.status(204).send(null);
      },
    );
  }

  app.post(
    '/api/accounts/:id/password-reset',
    {
      schema: {
        tags,
        summary: '重置密码',
        params: IdParameter,
        response: { 200: TemporaryPasswordSchema },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return resetPassword(platform, request.actor, request.params.id);
    },
  );

  app.put(
    '/api/accounts/:id/authorisation',
    {
      schema: {
        tags,
        summary: '授权代办',
        params: IdParameter,
        body: OrganisationBody,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      platform.access.require(request.actor, 'account.manage');
      requireIdentity(request.body, '');
      await authoriseAgent(platform, request.actor, request.params.id, organisationOf(request.body));
      return reply.status(204).send(null);
    },
  );

  app.delete(
    '/api/accounts/:id/authorisation',
    { schema: { tags, summary: '撤销代办授权', params: IdParameter, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await withdrawAuthorisation(platform, request.actor, request.params.id);
      return reply.status(204).send(null);
    },
  );

  app.post(
    '/api/accounts/:id/grants',
    {
      schema: {
        tags,
        summary: '授予角色',
        params: IdParameter,
        body: GrantBody,
        response: { 201: CreatedSchema },
      },
    },
    async (request, reply) => {
      const { expiresAt, ...grant } = request.body;
      const id = await grantRole(platform, request.actor, {
        ...grant,
        account: request.params.id,
        ...(expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt) }),
      });
      return reply.status(201).send({ id });
    },
  );

  app.delete(
    '/api/accounts/:id/grants/:grant',
    { schema: { tags, summary: '收回角色', params: GrantParameter, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { id, grant } = request.params;
      await revokeRole(platform, request.actor, { account: id, id: grant });
      return reply.status(204).send(null);
    },
  );

  app.get(
    '/api/roles',
    { schema: { tags, summary: '角色与权限', response: { 200: RolesSchema } } },
    async (request) => ({ items: await listRoles(platform, request.actor) }),
  );

  app.patch(
    '/api/roles/:role',
    {
      schema: {
        tags,
        summary: '调整角色的权限与隐藏字段',
        params: RoleParameter,
        body: RoleChangeBody,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await changeRole(platform, request.actor, request.params.role, request.body);
      return reply.status(204).send(null);
    },
  );
}

function show(account: AccountSummary) {
  return { ...account, createdAt: account.createdAt.toISOString() };
}

function organisationOf(body: Static<typeof OrganisationBody>): NewOrganisation {
  const { expiresAt, kind, ...rest } = body;
  return {
    ...rest,
    kind: kind as NewOrganisation['kind'],
    ...(expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt) }),
  };
}
