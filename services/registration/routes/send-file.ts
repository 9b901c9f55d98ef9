import type { FastifyReply } from 'fastify';

/** Answers a file for this person only. */
export function sendFile(
  reply: FastifyReply,
  content: Uint8Array,
  mediaType: string,
  name: string,
): FastifyReply {
  return reply
    .type(mediaType)
    .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(content));
}
