import { driveDue } from '@hengchan/casework';
import { deliverDue } from '@hengchan/exchange';
import { loadConfig, type Random, type SettableClock, systemRandom } from '@hengchan/platform';
import { sm3 } from '@hengchan/standards/crypto';
import { sealEvidence } from '../../../apps/server/background.ts';
import { compose, type Product } from '../../../apps/server/compose.ts';
import { createServer } from '../../../apps/server/serve.ts';
import type { Send } from '../client.ts';
import { type GatedDatabase, openGated } from '../gated-database.ts';
import { officeInfo } from '../office.ts';
import { type Fuse, makeFuse } from './fuse.ts';
import type { Hall } from './hall.ts';

export interface TownOptions {
  /** A database that was migrated. */
  url: string;
  /** Keys and files; the next product opened on the same database needs the same folder. */
  folder: string;
  hall: Hall;
  clock: SettableClock;
  random?: Random;
  poolSize?: number;
  fuse?: Fuse;
}

/** The whole product in this process, with all other departments in memory: nothing moves but what the test moves. */
export interface Town extends TownOptions {
  product: Product;
  open: GatedDatabase;
  fuse: Fuse;
  /** Speaks to the product as over HTTP, without a socket. */
  send: Send;
  /** Delivers, calls back and drives until nothing more happens at this moment. */
  pump(): Promise<void>;
  /** What a killed process leaves: connections cut, nothing finished, nothing cleaned up. */
  die(): Promise<void>;
  close(): Promise<void>;
}

const mostRounds = 200;

export async function openTown(options: TownOptions): Promise<Town> {
  const { url, folder, hall, clock, random = systemRandom(), poolSize = 6, fuse = makeFuse() } = options;
  hall.publish(folder);
  const config = loadConfig({
    HENGCHAN_DATA: folder,
    HENGCHAN_LOG_LEVEL: 'silent',
    HENGCHAN_SESSION_MINUTES: '720',
    HENGCHAN_RATE_LIMIT: '1000000',
    HENGCHAN_PUBLIC_URL: 'http://localhost',
  });
  const open = openGated(url, fuse.gate, poolSize);
  let product: Product;
  try {
    product = await compose(config, [officeInfo], { open, clock, random, http: hall.http });
  } catch (error) {
    await open.cut();
    throw error;
  }
  const { exchange, casework } = product.registration;
  exchange.pause = async () => undefined;
  layOutBlank(product);
  let server: ReturnType<typeof createServer> | undefined;

  const send: Send = async (method, path, headers, body) => {
    server ??= createServer(product);
    const form = body instanceof FormData ? new Response(body) : undefined;
    const payload = form ? Buffer.from(await form.arrayBuffer()) : (body as string | undefined);
    const type = form?.headers.get('content-type');
    const answer = await (await server).inject({
      method: method as 'GET',
      url: path,
      headers: { ...headers, ...(type ? { 'content-type': type } : {}) },
      ...(payload === undefined ? {} : { payload }),
    });
    const empty = answer.statusCode === 204 || answer.statusCode === 304;
    return new Response(empty ? null : new Uint8Array(answer.rawPayload), {
      status: answer.statusCode,
      headers: Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]),
    });
  };

  async function pump(): Promise<void> {
    for (let round = 0; round < mostRounds; round++) {
      const report = await deliverDue(exchange);
      let moved = report.delivered + report.dead;
      for (const callback of hall.callbacks.filter((each) => each.status === 'waiting')) {
        await hall.tell(exchange, callback);
        if (callback.status !== 'waiting') moved += 1;
      }
      moved += await driveDue(casework);
      moved += await product.platform.jobs.drain();
      if (moved === 0) return;
    }
    throw new Error('the town does not come to rest');
  }

  return {
    ...options,
    random,
    product,
    open,
    fuse,
    send,
    pump,
    async die() {
      fuse.kill();
      await open.cut();
    },
    async close() {
      if (server) await (await server).close();
      await product.close().catch(() => undefined);
    },
  };
}

/** Documents without their looks: what is on them is tested elsewhere, and laying them out takes most of the time. */
function layOutBlank({ registration }: Product): void {
  const render = async (code: string | { code: string }, data: unknown) => {
    const name = typeof code === 'string' ? code : code.code;
    const pdf = Buffer.from(`%PDF-1.7\n% ${name} ${sm3(JSON.stringify(data))}\n%%EOF\n`, 'latin1');
    return { pdf: new Uint8Array(pdf), pages: 1 };
  };
  registration.documents.render = render as typeof registration.documents.render;
}

/** Seals evidence as the background work of the server does. */
export const seal = (town: Town): Promise<void> => sealEvidence(town.product);
