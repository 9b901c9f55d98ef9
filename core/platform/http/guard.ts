import type { FastifyInstance, FastifyRequest } from 'fastify';
import { errors } from '../errors/index.ts';
import { findUnstorable } from './validation.ts';

/**
 * What is refused, and said, of every request whatever room answers it: content nothing can be kept of, and answers of the API that a
 * browser or a proxy in between would otherwise keep.
 */
export function guardRequests(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    refuseUnstorable(request);
    refuseEndless(request);
  });
  // Again after validation, which turns the text `1e999` of an address into a number.
  app.addHook('preHandler', async (request) => refuseUnstorable(request));
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store');
  });
}

function refuseUnstorable(request: FastifyRequest): void {
  for (const part of ['params', 'query', 'body'] as const) {
    const found = findUnstorable(request[part]);
    if (found) throw errors.INVALID_REQUEST({ errors: [{ ...found, path: found.path || `/${part}` }] });
  }
}

/** A form of several parts whose type does not say where a part ends cannot be read. */
function refuseEndless(request: FastifyRequest): void {
  const type = request.headers['content-type'] ?? '';
  if (/^multipart\//i.test(type) && !/;\s*boundary=./i.test(type)) throw errors.MALFORMED_BODY();
}

/**
 * A request that changes something, is signed in by its cookie alone and came from another site is refused. Browsers say where it came
 * from: in `Sec-Fetch-Site` where the page was reached over TLS, and in `Origin` everywhere.
 */
export function refuseCrossSite(request: FastifyRequest, publicUrl: string | undefined): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return;
  const { origin } = request.headers;
  if (site === undefined && origin === undefined) return;
  const from = origin && hostOf(origin);
  const own = [request.hostname, publicUrl && hostOf(publicUrl)];
  // A page without an origin of its own says `null`: it is not ours.
  if (site !== undefined || !from || !own.includes(from)) throw errors.CROSS_SITE_REQUEST();
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}
