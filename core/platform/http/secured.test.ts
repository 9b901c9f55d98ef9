import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConnectionOptions, connect } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonymousActor } from '../access/actor.ts';
import { type TestPlatform, testPlatform } from '../testing/index.ts';
import { createHttp, type HengchanHttp } from './server.ts';

let folder: string;
let platform: TestPlatform;
let http: HengchanHttp;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengchan-tls-'));
  const [certificateFile, keyFile] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const words = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost';
  execFileSync('openssl', [...words.split(' '), '-keyout', keyFile, '-out', certificateFile], {
    stdio: 'pipe',
  });
  platform = await testPlatform({ config: { tls: { certificateFile, keyFile } } });
  http = await createHttp(platform.platform, { version: '1', resolveSession: async () => anonymousActor });
  await http.listen({ host: '127.0.0.1', port: 0 });
  port = (http.server.address() as AddressInfo).port;
});
afterAll(async () => {
  await http?.close();
  await platform?.close();
  await rm(folder, { recursive: true });
});

const talk = (options: ConnectionOptions) =>
  new Promise<{ protocol: string | null; answer: string }>((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, ...options });
    let answer = '';
    socket.once('secureConnect', () =>
      socket.write('GET /openapi.json HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n'),
    );
    socket.on('data', (part) => {
      answer += part.toString('latin1');
    });
    socket.once('error', reject);
    const protocol = () => socket.getProtocol();
    let spoken: string | null = null;
    socket.once('secureConnect', () => {
      spoken = protocol();
    });
    socket.once('close', () => resolve({ protocol: spoken, answer }));
  });

test('with a certificate the product answers HTTPS itself and tells browsers to stay with it', async () => {
  const { protocol, answer } = await talk({});
  expect(protocol).toBe('TLSv1.3');
  expect(answer).toContain('HTTP/1.1 200');
  expect(answer.toLowerCase()).toContain('strict-transport-security: max-age=');
  expect((await talk({ maxVersion: 'TLSv1.2' })).protocol).toBe('TLSv1.2');
});

test('without forward secrecy, or older than TLS 1.2, nobody is talked to', async () => {
  await expect(talk({ minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1' })).rejects.toThrow();
  await expect(talk({ maxVersion: 'TLSv1.2', ciphers: 'AES128-SHA256' })).rejects.toThrow();
});
