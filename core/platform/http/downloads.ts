import type { FastifyInstance } from 'fastify';

/**
 * How something leaves the platform as a file. `rows`: many records at once, under the limit, the consent and the watermark of `Exports.take`.
 * `paper`: one document of one matter, each time under a permission and with an audit line. `whole`: everything, under a consent of its own.
 * `public`: nothing that belongs to anybody. Rows SEC-LEK-01, SEC-LEK-02.
 */
export type Leaving = 'rows' | 'paper' | 'whole' | 'public';

declare module 'fastify' {
  interface FastifySchema {
    /** Stands in the description of the interface too, where a test finds every way out. */
    'x-leaves-as'?: Leaving;
  }
}

/** A route of the interface that did not say how what it sends leaves cannot send a file: a new way out is never forgotten. */
export function watchDownloads(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    if (!request.url.startsWith('/api/') || reply.statusCode >= 300) return;
    if (request.routeOptions.schema?.['x-leaves-as'] !== undefined) return;
    const type = String(reply.getHeader('content-type') ?? 'application/json');
    if (reply.hasHeader('content-disposition') || !/^application\/(\w+\+)?json/.test(type))
      throw new Error(
        `${request.method} ${request.routeOptions.url} sends a file and does not say how it leaves`,
      );
  });
}
