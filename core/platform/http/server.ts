import { readFileSync } from 'node:fs';
import type { ServerOptions } from 'node:https';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifySwagger from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import Fastify, { type FastifyInstance, type FastifyRequest, type FastifyServerOptions } from 'fastify';
import { type Actor, anonymousActor } from '../access/actor.ts';
import { errors } from '../errors/index.ts';
import type { Platform } from '../platform.ts';
import type { Uploads } from '../scanning/uploads.ts';
import { watchDownloads } from './downloads.ts';
import { guardRequests, refuseCrossSite } from './guard.ts';
import { keepIdempotency } from './idempotency.ts';
import { answerClientError, answerFrameworkError, answerProblems } from './problems.ts';
import { sharedLimit } from './shared-limit.ts';

export const sessionCookie = 'hengchan_session';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is asking; `anonymousActor` when nobody is signed in. */
    actor: Actor;
    sessionToken: string | undefined;
  }
  interface FastifyInstance {
    /** What comes from outside is looked through here before anybody works with it. */
    uploads: Uploads;
  }
  interface FastifyContextConfig {
    /** The route answers signed peers, not sessions: no cookie and no cross-site rule apply. */
    peer?: boolean;
    /** Whether an answer kept under an Idempotency-Key still holds; one that does not is given anew instead of replayed. */
    stillHolds?: (answer: string) => Promise<boolean>;
  }
}

export interface HttpOptions {
  version: string;
  resolveSession(token: string): Promise<Actor | undefined>;
}

export type HengchanHttp = FastifyInstance;

const bodyLimit = 2 * 1024 * 1024;

/** A Fastify instance with everything each room's plugin may rely on: typed schemas, problems, sessions, idempotency, limits, documentation. */
export async function createHttp(platform: Platform, options: HttpOptions): Promise<HengchanHttp> {
  const app = Fastify({
    ...secured(platform.config),
    logger: false,
    bodyLimit,
    routerOptions: { maxParamLength: 500 },
    trustProxy: 'loopback',
    requestTimeout: 60_000,
    // Who still asks over an open connection while this process ends is answered, and told to open another.
    return503OnClosing: false,
    frameworkErrors: (error, _request, reply) => {
      answerFrameworkError(error, reply);
    },
    clientErrorHandler: answerClientError,
    ajv: {
      customOptions: {
        removeAdditional: false,
        coerceTypes: true,
        allErrors: true,
        useDefaults: true,
        allowUnionTypes: true,
      },
    },
  });
  answerProblems(app, platform.log);

  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'", 'data:'],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        frameSrc: ["'self'", 'blob:'],
        frameAncestors: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity:
      platform.config.tls !== undefined || (platform.config.publicUrl?.startsWith('https:') ?? false),
  });
  // Who has hung up meanwhile has no address any more to be counted by, and hears no answer; the socket may not have noticed yet.
  app.addHook('onRequest', async (request, reply) => {
    if (request.raw.socket.remoteAddress !== undefined) return;
    reply.hijack();
    request.raw.socket.destroy();
  });
  await app.register(fastifyRateLimit, {
    max: platform.config.rateLimit,
    timeWindow: '1 minute',
    store: sharedLimit(platform.processes),
    allowList: platform.config.mode === 'demo' ? ['127.0.0.1', '::1'] : [],
    errorResponseBuilder: () => errors.TOO_MANY_REQUESTS(),
  });
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, {
    limits: { fileSize: platform.config.fileLimitBytes, files: 10, fields: 20, fieldSize: 10_000, parts: 30 },
  });
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '恒产 Hengchan', version: options.version, description: '不动产登记平台公开接口' },
      components: {
        securitySchemes: {
          session: { type: 'http', scheme: 'bearer' },
          cookie: { type: 'apiKey', in: 'cookie', name: sessionCookie },
        },
      },
      security: [{ session: [] }, { cookie: [] }],
    },
    refResolver: {
      buildLocalReference: (json, _base, _fragment, index) => String(json.$id ?? `def-${index}`),
    },
  });
  await app.register(fastifySwaggerUi, { routePrefix: '/docs' });

  app.decorate('uploads', platform.uploads);
  app.decorateRequest('sessionToken', undefined);
  app.decorateRequest('actor', undefined as unknown as Actor);
  app.addHook('onRequest', async (request) => {
    request.actor = anonymousActor;
    if (request.routeOptions.config?.peer || !request.url.startsWith('/api/')) return;
    const token = readToken(request);
    if (token === undefined) return;
    request.sessionToken = token.value;
    request.actor = (await options.resolveSession(token.value)) ?? anonymousActor;
    if (token.fromCookie) refuseCrossSite(request, platform.config.publicUrl);
  });
  app.addHook('preValidation', async (request) => {
    await platform.stops.refresh();
    // By its pattern too: an address can be written with other characters for the same path.
    platform.stops.checkPath(request.routeOptions.url ?? '');
    platform.stops.checkPath(request.url.split('?')[0] ?? '');
  });
  guardRequests(app);
  keepIdempotency(app, platform);
  watchDownloads(app);
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  return app;
}

/** HTTPS where the settings bring a certificate: TLS 1.2 with forward secrecy, and 1.3. Row SEC-LAW-03. */
function secured({ tls }: Platform['config']): FastifyServerOptions {
  if (tls === undefined) return {};
  const https: ServerOptions = {
    cert: readFileSync(tls.certificateFile),
    key: readFileSync(tls.keyFile),
    minVersion: 'TLSv1.2',
    ciphers:
      'TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256:ECDHE+AESGCM:ECDHE+CHACHA20',
    honorCipherOrder: true,
  };
  // The rooms ask the same of it over either; only what listens differs.
  return { https } as FastifyServerOptions;
}

function readToken(request: FastifyRequest): { value: string; fromCookie: boolean } | undefined {
  const header = request.headers.authorization;
  if (header?.startsWith('Bearer ')) return { value: header.slice(7).trim(), fromCookie: false };
  const cookie = request.cookies[sessionCookie];
  return cookie === undefined ? undefined : { value: cookie, fromCookie: true };
}
