import type { FastifyReply } from 'fastify';

/** A file to keep, never shown in the page and never cached. */
export function attachment(reply: FastifyReply, name: string, type: string): FastifyReply {
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'no-store');
}
