import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '../config/load.ts';

export interface TestObjectStore {
  settings: NonNullable<Config['objectStore']>;
  /** Objects by path, earlier versions of an object under `path?version`. */
  kept: Map<string, Buffer>;
  close(): void;
}

export interface TestObjectStoreOptions {
  /** Keeps what was written over, as a bucket with versioning does; without, versions are not implemented. */
  versioned?: boolean;
  /** Objects it says it deleted and keeps. */
  clings?: boolean;
}

/** As much of S3 as the product speaks, in memory. */
export async function startObjectStore(options: TestObjectStoreOptions = {}): Promise<TestObjectStore> {
  const kept = new Map<string, Buffer>();
  const bucket = '/hengchan';
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const xml = (status: number, body: string) =>
      response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0"?>${body}`);
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256')) return xml(403, '<Error/>');
    if (request.method === 'GET' && pathname.replace(/\/$/, '') === bucket) {
      const versions = searchParams.has('versions');
      if (versions && !options.versioned) return xml(501, '<Error><Code>NotImplemented</Code></Error>');
      const [list, entry] = versions ? ['ListVersionsResult', 'Version'] : ['ListBucketResult', 'Contents'];
      const entries = [...kept.keys()].slice(0, 2).map((path) => {
        const [key = '', version = 'null'] = path.slice(bucket.length + 1).split('?');
        return `<${entry}><Key>${key}</Key>${versions ? `<VersionId>${version}</VersionId>` : ''}</${entry}>`;
      });
      return xml(200, `<${list}>${entries.join('')}</${list}>`);
    }
    const version = searchParams.get('versionId');
    const path = version === null ? pathname : `${pathname}?${version}`;
    if (request.method === 'PUT') {
      const before = kept.get(path);
      if (options.versioned && before) kept.set(`${path}?v${kept.size}`, before);
      kept.set(path, Buffer.concat(parts));
      return response.writeHead(200).end();
    }
    if (request.method === 'DELETE') {
      if (!options.clings) kept.delete(path);
      return response.writeHead(204).end();
    }
    const body = kept.get(path);
    if (body === undefined) return response.writeHead(404).end();
    return response
      .writeHead(200, { 'content-length': body.length })
      .end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    kept,
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'hengchan',
      region: 'default',
      accessKey: 'access',
      secretKey: 'secret',
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
