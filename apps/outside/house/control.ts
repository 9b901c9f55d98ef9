import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { faultKinds } from './faults.ts';
import { isFromThisMachine, parseJson, readBody, sendJson } from './http.ts';
import type { OpenDepartment } from './open.ts';
import type { Timepiece } from './timepiece.ts';

const FaultOrder = Compile(
  Type.Object(
    {
      department: Type.String(),
      kind: Type.Enum([...faultKinds]),
      ms: Type.Optional(Type.Integer({ minimum: 0, maximum: 600_000 })),
      times: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
      operation: Type.Optional(Type.String()),
    },
    { additionalProperties: false },
  ),
);
const ClockOrder = Compile(
  Type.Object({ at: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]) }),
);

/**
 * The loopback-only port from which drills are run: faults, clock, and what each department was told.
 * `POST /faults` `GET /faults` `POST /clock` `GET /departments` `GET /{department}/notices` `GET /{department}/calls`
 */
export function makeControl(open: readonly OpenDepartment[], timepiece: Timepiece): Server {
  return createServer((request, response) => {
    handle(open, timepiece, request, response).catch(() => sendJson(response, 500, { code: 'INTERNAL' }));
  });
}

async function handle(
  open: readonly OpenDepartment[],
  timepiece: Timepiece,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isFromThisMachine(request)) return sendJson(response, 403, { code: 'FORBIDDEN' });
  const [, first = '', second = ''] = (request.url ?? '/').split('?')[0]?.split('/') ?? [];
  const order = `${request.method} /${first}${second ? '/*' : ''}`;
  if (order === 'GET /departments') {
    return sendJson(
      response,
      200,
      open.map(({ code, title, url }) => ({ code, title, url })),
    );
  }
  if (order === 'GET /faults')
    return sendJson(response, 200, Object.fromEntries(open.map((each) => [each.code, each.faults.list()])));
  if (order === 'POST /faults')
    return setFault(open, parseJson((await readBody(request)) ?? Buffer.alloc(0)), response);
  if (order === 'POST /clock') {
    const body = parseJson((await readBody(request)) ?? Buffer.alloc(0));
    if (!ClockOrder.Check(body)) return sendJson(response, 400, { code: 'BAD_ORDER' });
    timepiece.set(body.at === null ? undefined : new Date(body.at));
    return sendJson(response, 200, { at: timepiece.now().toISOString() });
  }
  const department = open.find((each) => each.code === first);
  if (department && request.method === 'GET' && second === 'notices') {
    return sendJson(response, 200, department.store.list('notice'));
  }
  if (department && request.method === 'GET' && second === 'calls') {
    return sendJson(response, 200, department.store.queue.list());
  }
  return sendJson(response, 404, { code: 'NOT_FOUND' });
}

function setFault(open: readonly OpenDepartment[], body: unknown, response: ServerResponse): void {
  const target = FaultOrder.Check(body) ? open.find((each) => each.code === body.department) : undefined;
  if (!FaultOrder.Check(body)) {
    const errors = FaultOrder.Errors(body).map((error) => `${error.instancePath} ${error.message}`);
    sendJson(response, 400, { code: 'BAD_ORDER', errors });
  } else if (!target) {
    sendJson(response, 404, { code: 'NO_SUCH_DEPARTMENT' });
  } else {
    const { department: _department, ...fault } = body;
    target.faults.set(fault);
    sendJson(response, 200, target.faults.list());
  }
}
