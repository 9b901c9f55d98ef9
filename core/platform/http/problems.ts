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
  send(reply, error.statusCode === 414 ? errors.ADDRESS_TOO_LONG() : errors.MALFORMED_ADDRESS());
}

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
