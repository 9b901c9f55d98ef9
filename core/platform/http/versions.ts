import type { FastifyReply, FastifyRequest } from 'fastify';
import { errors } from '../errors/index.ts';

/** The version a caller last saw, from `If-Match: "7"`; undefined when not sent or `*`. */
export function expectedVersion(request: FastifyRequest): number | undefined {
  const header = request.headers['if-match'];
  if (header === undefined || header === '*') return undefined;
  const found = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim());
  if (!found)
    throw errors.INVALID_REQUEST({
      errors: [{ path: '/headers/If-Match', message: '应为 ETag 的值，例如 "7"' }],
    });
  return Number(found[1]);
}

/** Says which version the answer shows. */
export function sayVersion(reply: FastifyReply, version: number): void {
  reply.header('etag', `"${version}"`);
}

/** A view as the answer, with its version said. */
export function withVersion<View extends { version: number }>(reply: FastifyReply, view: View): View {
  sayVersion(reply, view.version);
  return view;
}
