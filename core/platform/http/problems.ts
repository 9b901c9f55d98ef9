import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errors, Problem } from '../errors/index.ts';
import type { Logger } from '../system/logger.ts';
import { fieldErrors, titleInSchema } from './validation.ts';

/** Turns everything thrown into `application/problem+json`; nothing a client sends ends as a 5xx it caused. */
export function answerProblems(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = toProblem(error, request);
    if (problem.status >= 500)
      log.error({ err: error, method: request.method, url: request.routeOptions.url }, problem.code);
    return send(reply, problem);
  });
  app.setNotFoundHandler((_request, reply) => send(reply, errors.NOT_FOUND()));
}

/** Writes a Problem as the answer. */
export function send(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .status(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

/** What the framework refuses before any route is found: an address it cannot read, or one too long. */
export function answerFrameworkError(error: FastifyError, reply: FastifyReply): void {
  // The hooks that say this of every other answer have not run.
  reply.headers({ 'x-content-type-options': 'nosniff', 'content-security-policy': silentPolicy });
  send(reply, error.statusCode === 414 ? errors.ADDRESS_TOO_LONG() : errors.MALFORMED_ADDRESS());
}

const silentPolicy = "default-src 'none'; frame-ancestors 'none'";

/** What is not even HTTP, or longer or slower than it may be, is answered as a problem too, and the connection closed. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const problem = clientErrors[error.code ?? ''] ?? errors.MALFORMED_REQUEST();
  const body = JSON.stringify(problem);
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      'content-type: application/problem+json; charset=utf-8',
      'cache-control: no-store',
      'x-content-type-options: nosniff',
      `content-security-policy: ${silentPolicy}`,
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

const clientErrors: Record<string, Problem> = {
  HPE_HEADER_OVERFLOW: errors.HEADERS_TOO_LARGE(),
  ERR_HTTP_REQUEST_TIMEOUT: errors.REQUEST_TIMEOUT(),
};

function toProblem(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (error.validation) {
    const context = error.validationContext ?? 'body';
    const schema = (request.routeOptions.schema as Record<string, unknown> | undefined)?.[context];
    return errors.INVALID_REQUEST({
      errors: fieldErrors(error.validation, context, (pointer) => titleInSchema(schema, pointer)),
    });
  }
  return fromDatabase(error) ?? fromFramework(error) ?? errors.INTERNAL();
}

/** What the database refuses because of what was sent: a value it cannot hold, or somebody who was quicker. */
function fromDatabase(error: { code?: string }): Problem | undefined {
  switch (error.code) {
    case '23505':
    case '23P01':
    case '40001':
    case '40P01':
      return errors.CONFLICT();
    case '22007':
    case '22021':
    case '22P02':
    case '22003':
    case '22008':
      return errors.INVALID_REQUEST();
    default:
      return undefined;
  }
}

function fromFramework(error: { statusCode?: number; code?: string }): Problem | undefined {
  const status = error.statusCode ?? 500;
  if (error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY' || status === 400) return errors.MALFORMED_BODY();
  if (status === 413) return errors.PAYLOAD_TOO_LARGE();
  if (status === 415 || status === 406) return errors.UNSUPPORTED_MEDIA_TYPE();
  if (status === 429) return errors.TOO_MANY_REQUESTS();
  if (status === 404) return errors.NOT_FOUND();
  if (status === 405) return errors.METHOD_NOT_ALLOWED();
  if (status === 503) return errors.UNAVAILABLE();
  if (status >= 400 && status < 500) return errors.INVALID_REQUEST();
  return undefined;
}
