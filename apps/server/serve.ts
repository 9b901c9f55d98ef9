import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { accountsPlugin } from '@hengchan/accounts';
import { cadastrePlugin } from '@hengchan/cadastre';
import { certificatesPlugin } from '@hengchan/certificates';
import { exchangePlugin, publishOwn } from '@hengchan/exchange';
import { insightPlugin } from '@hengchan/insight';
import { knowledgePlugin } from '@hengchan/knowledge';
import { operationsPlugin } from '@hengchan/operations';
import { paymentPlugin } from '@hengchan/payment';
import {
  createHttp,
  type HengchanHttp,
  platformErrors,
  resolveSession,
  sendProblem,
} from '@hengchan/platform';
import { caseSubject, registrationPlugin } from '@hengchan/registration';
import { securityPlugin } from '@hengchan/security';
import type { FastifyPluginAsync } from 'fastify';
import { startBackground } from './background.ts';
import type { Product } from './compose.ts';

const version = (
  JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as { version: string }
).version;
const webFolder = fileURLToPath(new URL('../web/dist/', import.meta.url));

export interface RunningServer {
  http: HengchanHttp;
  address: string;
  stop(): Promise<void>;
}

/** Mounts every plugin, those of the mode (`more`) too, listens, and starts the background work. */
export async function serve(
  product: Product,
  more: readonly FastifyPluginAsync[] = [],
): Promise<RunningServer> {
  const { platform, registration } = product;
  const { config } = platform;
  const http = await createServer(product, more);
  await http.listen({ host: config.host, port: config.port });
  const found = http.server.address();
  const port = typeof found === 'object' && found ? found.port : config.port;
  const address = `${config.tls ? 'https' : 'http'}://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  config.publicUrl ??= address;
  const exchangeFolder = config.peersFile ? dirname(config.peersFile) : join(config.dataFolder, 'exchange');
  publishOwn(exchangeFolder, registration.exchange.own.publicKey, address);
  const stopBackground = startBackground(product);
  await platform.jobs.start();
  return {
    http,
    address,
    stop: async () => {
      await http.close();
      await stopBackground();
      await product.close();
    },
  };
}

/** The HTTP face without listening: what tests inject into. */
export async function createServer(
  product: Product,
  more: readonly FastifyPluginAsync[] = [],
): Promise<HengchanHttp> {
  const { platform, registration } = product;
  const http = await createHttp(platform, {
    version,
    resolveSession: (token) => resolveSession(platform, token),
  });
  await http.register(operationsPlugin, { platform, exchange: registration.exchange });
  await http.register(accountsPlugin, { platform });
  await http.register(registrationPlugin(registration));
  await http.register(certificatesPlugin(registration.certificates));
  await http.register(paymentPlugin(registration.payment));
  await http.register(
    insightPlugin({
      platform,
      definitions: registration.casework.definitions,
      ruleTitle: (code) => registration.rulebook.find(code)?.title,
    }),
  );
  await http.register(
    knowledgePlugin(product.knowledge, (actor, caseNo) => caseSubject(registration, actor, caseNo)),
  );
  await http.register(cadastrePlugin({ platform, offices: registration.offices }));
  await http.register(exchangePlugin(registration.exchange));
  await http.register(securityPlugin(product.security, version));
  for (const plugin of more) await http.register(plugin);
  await serveWeb(http);
  return http;
}

/**
 * The built pages. What is under `assets` carries a hash in its name and never changes; every other address that is not the API's is a
 * page of the application.
 */
async function serveWeb(http: HengchanHttp): Promise<void> {
  await http.register(fastifyStatic, {
    root: join(webFolder, 'assets'),
    prefix: '/assets/',
    index: false,
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
  });
  http.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (/^\/(api|docs|health|metrics|openapi)/.test(path))
      return sendProblem(reply, platformErrors.NOT_FOUND());
    const file = /^\/([\w-]+\.(svg|ico|png|txt|webmanifest))$/.exec(path)?.[1];
    if (file === undefined && /\.\w+$/.test(path)) return sendProblem(reply, platformErrors.NOT_FOUND());
    reply.header('cache-control', 'no-cache');
    return reply.sendFile(file ?? 'index.html', webFolder, {
      maxAge: 0,
      immutable: false,
      cacheControl: false,
    });
  });
}
