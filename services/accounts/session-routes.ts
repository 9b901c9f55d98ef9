import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import {
  changePassword,
  confirmSecondFactor,
  endSession,
  enrolSecondFactor,
  listSessions,
  type Platform,
  platformErrors,
  resolveSession,
  sessionCookie,
  signIn,
  signOut,
} from '@hengchan/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { IdParameter } from './schema.ts';
import {
  CodeBody,
  CurrentSessionSchema,
  EnrolmentSchema,
  PasswordBody,
  SessionPage,
  SessionsQuery,
  SignedInSchema,
  SignInBody,
  VisitorSchema,
} from './session-schema.ts';
import { showSession } from './show-user.ts';

const tags = ['登录'];

/** Signing in and out, and what everybody may do with the own account. */
export function sessionRoutes(instance: FastifyInstance, platform: Platform): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const cookie = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: platform.config.publicUrl?.startsWith('https:') ?? false,
  } as const;

  app.post(
    '/api/sessions',
    {
      config: {
        rateLimit: { max: 60, timeWindow: '1 minute' },
        // Who signed out and signs in again under the same key is not handed the token that died.
        stillHolds: async (answer) => {
          const { token } = JSON.parse(answer) as Partial<Static<typeof SignedInSchema>>;
          return token !== undefined && (await resolveSession(platform, token)) !== undefined;
        },
      },
      schema: { tags, summary: '登录', security: [], body: SignInBody, response: { 201: SignedInSchema } },
    },
    async (request, reply) => {
      const { account, password, code } = request.body;
      const { token, actor, expiresAt } = await signIn(platform, {
        account,
        password,
        code,
        address: request.ip,
      });
      reply.setCookie(sessionCookie, token, { ...cookie, expires: expiresAt });
      reply.header('cache-control', 'no-store');
      const session = await showSession(platform, actor);
      return reply.status(201).send({ token, expiresAt: expiresAt.toISOString(), ...session });
    },
  );

  app.get(
    '/api/sessions/current',
    { schema: { tags, summary: '当前用户', response: { 200: CurrentSessionSchema } } },
    async (request, reply) => {
      requireSession(request);
      reply.header('cache-control', 'no-store');
      return showSession(platform, request.actor);
    },
  );

  app.get(
    '/api/visitor',
    {
      schema: {
        tags,
        summary: '访问者：未登录也答复，供页面打开时询问',
        security: [],
        response: { 200: VisitorSchema },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const { mode } = platform.config;
      if (request.actor.kind === 'anonymous') return { mode };
      return { mode, session: await showSession(platform, request.actor) };
    },
  );

  app.delete(
    '/api/sessions/current',
    { schema: { tags, summary: '退出登录', response: { 204: Type.Null() } } },
    async (request, reply) => {
      await signOut(platform, request.actor);
      return reply.clearCookie(sessionCookie, cookie).status(204).send(null);
    },
  );

  app.get(
    '/api/sessions',
    {
      schema: {
        tags,
        summary: '在线会话',
        description: '安全管理员可见全部，其他人只见自己的',
        querystring: SessionsQuery,
        response: { 200: SessionPage },
      },
    },
    async (request) => {
      const { items, ...rest } = await listSessions(platform, request.actor, request.query);
      const shown = items.map((item) => ({
        ...item,
        createdAt: item.createdAt.toISOString(),
        lastSeenAt: item.lastSeenAt.toISOString(),
        expiresAt: item.expiresAt.toISOString(),
      }));
      return { items: shown, ...rest };
    },
  );

  app.delete(
    '/api/sessions/:id',
    { schema: { tags, summary: '终止会话', params: IdParameter, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await endSession(platform, request.actor, request.params.id);
      return reply.status(204).send(null);
    },
  );

  app.post(
    '/api/me/second-factor',
    { schema: { tags, summary: '绑定动态口令：获取密钥', response: { 200: EnrolmentSchema } } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return enrolSecondFactor(platform, request.actor);
    },
  );

  app.post(
    '/api/me/second-factor/confirmation',
    {
      schema: {
        tags,
        summary: '绑定动态口令：确认',
        body: CodeBody,
        response: { 200: CurrentSessionSchema },
      },
    },
    async (request) => {
      await confirmSecondFactor(platform, request.actor, request.body.code);
      return showSession(platform, await actorNow(request));
    },
  );

  app.post(
    '/api/me/password',
    { schema: { tags, summary: '修改密码', body: PasswordBody, response: { 200: CurrentSessionSchema } } },
    async (request) => {
      await changePassword(platform, request.actor, request.body);
      return showSession(platform, await actorNow(request));
    },
  );

  /** The same session, as what was just done left it. */
  async function actorNow(request: FastifyRequest) {
    const actor = await resolveSession(platform, request.sessionToken ?? '');
    if (actor === undefined) throw platformErrors.UNAUTHENTICATED();
    return actor;
  }
}

function requireSession(request: FastifyRequest): void {
  if (request.actor.kind === 'anonymous') throw platformErrors.UNAUTHENTICATED();
}
