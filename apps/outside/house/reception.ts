import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { OperationDefinition, ServiceDefinition } from '@hengchan/exchange';
import { departments } from '@hengchan/exchange/departments';
import { sm3 } from '@hengchan/standards/crypto';
import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import type { Addresses } from './addresses.ts';
import { type Department, type Desk, Refusal } from './department.ts';
import type { Faults } from './faults.ts';
import { parseJson, readBody } from './http.ts';
import type { Timepiece } from './timepiece.ts';
import { isBy, type Stamp, seal, stampOf } from './wire.ts';

interface Kept {
  digest: string;
  status: number;
  answer: string;
}

interface Parts {
  department: Department;
  desk: Desk;
  addresses: Addresses;
  faults: Faults;
  timepiece: Timepiece;
}

type Reply = { status: number; body: string };

/** Minutes a message may be away from the department's clock. */
const windowMs = 5 * 60_000;

/** Takes one signed message: envelope, content, once-only by message number, answer signed. Faults strike here. */
export async function takeMessage(
  parts: Parts,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, , operation = ''] = path.split('/');
  const body = await readBody(request);
  const fault = parts.faults.strikeRequest(operation);
  if (fault?.kind === 'half-open') return;
  if (fault?.kind === 'slow') await wait(fault.ms ?? 2_000);
  const stamp = stampOf(request.headers) ?? { peer: '-', message: '-', time: '', nonce: '-', signature: '' };
  let reply =
    fault?.kind === 'error'
      ? problem(500, 'INTERNAL', '系统故障')
      : answer(parts, path, operation, stamp, body);
  if (fault?.kind === 'lost-answer') {
    request.socket.destroy();
    return;
  }
  if (fault?.kind === 'wrong-answer' && reply.status === 200)
    reply = { status: 200, body: '{"unexpected":true}' };
  const own: Stamp = {
    peer: parts.desk.code,
    message: stamp.message,
    time: parts.timepiece.now().toISOString(),
    nonce: stamp.nonce,
  };
  const headers = seal(`ANSWER ${reply.status}`, path, own, Buffer.from(reply.body, 'utf8'), parts.desk.keys);
  const sent = fault?.kind === 'bad-signature' ? `${reply.body} ` : reply.body;
  response.writeHead(reply.status, {
    'content-type':
      reply.status === 200 ? 'application/json; charset=utf-8' : 'application/problem+json; charset=utf-8',
    ...headers,
  });
  response.end(sent);
}

function answer(
  parts: Parts,
  path: string,
  operation: string,
  stamp: Stamp & { signature: string },
  body: Buffer | undefined,
): Reply {
  if (body === undefined) return problem(413, 'TOO_LARGE', '报文过大');
  if (stamp.signature === '') return problem(400, 'ENVELOPE_INCOMPLETE', '报文头不完整');
  const sender = parts.addresses.find(stamp.peer);
  if (!sender) return problem(401, 'UNKNOWN_PEER', '未登记的对接方');
  if (!isBy(sender.publicKey, 'POST', path, stamp, body))
    return problem(401, 'BAD_SIGNATURE', '报文验签不通过');
  if (stamp.peer === 'hengchan') parts.timepiece.heard(stamp.time);
  if (Math.abs(Date.parse(stamp.time) - parts.timepiece.now().getTime()) > windowMs) {
    return problem(401, 'CLOCK_SKEW', '报文时间与本系统时钟相差超过五分钟');
  }
  const handle = handlerOf(parts, stamp.peer, operation);
  if (!handle) return problem(404, 'UNKNOWN_OPERATION', '没有这个接口');
  const payload = parseJson(body);
  const faults = handle.faults(payload);
  if (faults.length > 0) return problem(400, 'BAD_MESSAGE', '报文内容不符合接口规范', faults);
  const { store } = parts.desk;
  const key = `${stamp.peer}/${stamp.message}`;
  const digest = sm3(`${operation}\n${body.toString('utf8')}`);
  return store.transaction(() => {
    if (store.get('nonce', `${stamp.peer}/${stamp.nonce}`))
      return problem(401, 'NONCE_REUSED', '随机数重复使用');
    store.put('nonce', `${stamp.peer}/${stamp.nonce}`, { at: stamp.time });
    const kept = store.get<Kept>('inbox', key);
    if (kept && kept.digest !== digest)
      return problem(409, 'MESSAGE_NUMBER_REUSED', '报文号已用于另一份内容');
    if (kept) return { status: kept.status, body: kept.answer };
    const reply = run(handle.run, payload);
    if (reply.status === 200) store.put('inbox', key, { digest, status: reply.status, answer: reply.body });
    return reply;
  });
}

function run(work: (payload: unknown) => object, payload: unknown): Reply {
  try {
    return { status: 200, body: JSON.stringify(work(payload)) };
  } catch (error) {
    if (error instanceof Refusal) return problem(error.status, error.code, error.message);
    throw error;
  }
}

interface Handling {
  run(payload: unknown): object;
  faults(payload: unknown): { path: string; message: string }[];
}

/** The schema of the documented protocol guards every handler, which is what makes the narrowing sound. */
function handlerOf({ department, desk }: Parts, sender: string, operation: string): Handling | undefined {
  if (sender !== 'hengchan') {
    const other = department.fromOthers?.[`${sender}/${operation}`];
    return other && { run: (payload) => other(desk, payload), faults: () => [] };
  }
  const handlers = department.operations as Record<string, (desk: Desk, payload: never) => object>;
  const handler = Object.hasOwn(handlers, operation) ? handlers[operation] : undefined;
  const definition = (departments[department.code] as ServiceDefinition).operations[operation];
  if (!handler || !definition) return undefined;
  return {
    run: (payload) => handler(desk, payload as never),
    faults: (payload) => check(definition, payload),
  };
}

const compiled = new WeakMap<TSchema, Validator>();

function check({ request }: OperationDefinition, payload: unknown): { path: string; message: string }[] {
  const validator = compiled.get(request) ?? Compile(request);
  compiled.set(request, validator);
  if (validator.Check(payload)) return [];
  return validator.Errors(payload).map((error) => ({ path: error.instancePath, message: error.message }));
}

function problem(
  status: number,
  code: string,
  title: string,
  errors?: { path: string; message: string }[],
): Reply {
  return {
    status,
    body: JSON.stringify({
      type: `urn:hengchan:problem:${code}`,
      status,
      code,
      title,
      ...(errors ? { errors } : {}),
    }),
  };
}
