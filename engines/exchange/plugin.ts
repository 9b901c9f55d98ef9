import type { FastifyInstance } from 'fastify';
import type { Exchange } from './exchange.ts';
import { receive } from './receive.ts';

const largestMessage = 1024 * 1024;

/** Mounts `POST /api/exchange/{peer}/{operation}`: the one door through which other systems speak to this one. */
export function exchangePlugin(exchange: Exchange) {
  return async (app: FastifyInstance): Promise<void> => {
    // The signature covers the bytes as sent, so nothing may parse them first.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: largestMessage }, (_request, body, done) =>
      done(null, body),
    );
    app.post<{ Params: { peer: string; operation: string } }>(
      '/api/exchange/:peer/:operation',
      { bodyLimit: largestMessage, schema: { hide: true } },
      async (request, reply) => {
        const { peer, operation } = request.params;
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const answer = await receive(exchange, peer, operation, request.headers, body);
        return reply.code(answer.status).headers(answer.headers).send(answer.body);
      },
    );
  };
}
