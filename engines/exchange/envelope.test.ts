import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sm2PublicKey } from '@hengchan/standards/crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText, isTimely, readEnvelope, signEnvelope, verifyEnvelope } from './envelope.ts';

/** The sample of docs/protocols/00-envelope.md. */
const privateKey = '128b2fa8bd433c6c068c8d803dff79792a519a55171b1b650c23661d15897263';
const key = { privateKey, publicKey: sm2PublicKey(privateKey) };
const envelope = {
  peer: 'hengchan',
  message: 'M-0001',
  time: '2026-03-02T01:00:00.000Z',
  nonce: 'AAECAwQFBgcICQoLDA0ODxAR',
};
const body = Buffer.from('{"office":"320402","name":"陈某甲","idNumber":"320402190503070123"}', 'utf8');

function envelopeOf(headers: Record<string, string>) {
  const read = readEnvelope(headers);
  if (!read) throw new Error('no envelope');
  return read;
}

describe('envelope', () => {
  const headers = signEnvelope('POST', '/police/check-identity', envelope, body, key);

  test('the signed text is the seven lines of the document', () => {
    expect(canonicalText('POST', '/police/check-identity', envelope, body)).toBe(
      'hengchan/1.0\nPOST\n/police/check-identity\nM-0001\n2026-03-02T01:00:00.000Z\nAAECAwQFBgcICQoLDA0ODxAR\n' +
        '95995fd6e237283a98d77c436f42687139ce1d8fdacc83bb3ddc1f7a4cd7c9be',
    );
  });

  test('verifies what was signed', () => {
    expect(verifyEnvelope('POST', '/police/check-identity', envelopeOf(headers), body, key.publicKey)).toBe(
      true,
    );
  });

  test.each([
    ['another path', 'POST', '/police/notice', {}, body],
    ['an answer taken for a request', 'ANSWER 200', '/police/check-identity', {}, body],
    ['another message number', 'POST', '/police/check-identity', { message: 'M-0002' }, body],
    ['another time', 'POST', '/police/check-identity', { time: '2026-03-02T01:00:00.001Z' }, body],
    ['another nonce', 'POST', '/police/check-identity', { nonce: 'BAECAwQFBgcICQoLDA0ODxAR' }, body],
    ['another body', 'POST', '/police/check-identity', {}, Buffer.from(`${body.toString('utf8')} `)],
  ] as const)('refuses %s', (_what, verb, path, change, changedBody) => {
    const changed = { ...envelopeOf(headers), ...change };
    expect(verifyEnvelope(verb, path, changed, changedBody, key.publicKey)).toBe(false);
  });

  test('no flipped bit of the signature passes', () => {
    const signature = Buffer.from(envelopeOf(headers).signature, 'base64');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: signature.length * 8 - 1 }), (bit) => {
        const flipped = Buffer.from(signature);
        flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        const changed = { ...envelopeOf(headers), signature: flipped.toString('base64') };
        return !verifyEnvelope('POST', '/police/check-identity', changed, body, key.publicKey);
      }),
      { numRuns: 40 },
    );
  });

  test.each(Object.keys(signEnvelope('POST', '/x', envelope, body, key)))(
    'without %s there is no envelope',
    (name) => {
      expect(readEnvelope({ ...headers, [name]: undefined })).toBeUndefined();
    },
  );

  test.each([
    ['x-hengchan-time', '2026-03-02 01:00'],
    ['x-hengchan-nonce', 'short'],
    ['x-hengchan-peer', '../etc'],
    ['x-hengchan-message', 'has space'],
    ['x-hengchan-signature', 'nonsense'],
  ])('a misshapen %s is no envelope', (name, value) => {
    expect(readEnvelope({ ...headers, [name]: value })).toBeUndefined();
  });

  test('the window is five minutes to either side', () => {
    const at = (time: string) => isTimely(envelope.time, new Date(time));
    expect([at('2026-03-02T01:05:00.000Z'), at('2026-03-02T01:05:00.001Z')]).toEqual([true, false]);
    expect([at('2026-03-02T00:55:00.000Z'), at('2026-03-02T00:54:59.999Z')]).toEqual([true, false]);
  });
});

/** Independent of this project: OpenSSL's own SM2 with SM3 and the standard user id. */
describe.skipIf(!opensslKnowsSm2())('against OpenSSL', () => {
  test('OpenSSL verifies our signature and we verify its', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hengchan-sm2-'));
    const file = (name: string) => join(folder, name);
    const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' }).toString();
    const userId = ['-pkeyopt', 'distid:1234567812345678'];
    try {
      openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:SM2', '-out', file('key.pem'));
      openssl('pkey', '-in', file('key.pem'), '-pubout', '-out', file('public.pem'));
      const [theirPrivate = '', theirPublic = ''] = openssl('pkey', '-in', file('key.pem'), '-text', '-noout')
        .split(/priv:|pub:|ASN1/)
        .slice(1)
        .map((part) => part.replace(/[^0-9a-f]/g, ''));
      const theirs = { privateKey: theirPrivate.padStart(64, '0').slice(-64), publicKey: theirPublic };
      expect(sm2PublicKey(theirs.privateKey)).toBe(theirs.publicKey);

      writeFileSync(file('text'), canonicalText('POST', '/tax/declare', envelope, body));
      const ours = envelopeOf(signEnvelope('POST', '/tax/declare', envelope, body, theirs)).signature;
      writeFileSync(file('ours.der'), Buffer.from(ours, 'base64'));
      const verify = [
        '-verify',
        '-pubin',
        '-inkey',
        file('public.pem'),
        '-in',
        file('text'),
        '-sigfile',
        file('ours.der'),
      ];
      expect(openssl('pkeyutl', ...verify, '-rawin', '-digest', 'sm3', ...userId)).toContain(
        'Signature Verified Successfully',
      );

      const sign = ['-sign', '-inkey', file('key.pem'), '-in', file('text'), '-out', file('theirs.der')];
      openssl('pkeyutl', ...sign, '-rawin', '-digest', 'sm3', ...userId);
      const signature = readFileSync(file('theirs.der')).toString('base64');
      const received = { ...envelope, signature };
      expect(verifyEnvelope('POST', '/tax/declare', received, body, theirs.publicKey)).toBe(true);
      expect(verifyEnvelope('POST', '/tax/query', received, body, theirs.publicKey)).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function opensslKnowsSm2(): boolean {
  try {
    return execFileSync('openssl', ['ecparam', '-list_curves'], { stdio: 'pipe' }).toString().includes('SM2');
  } catch {
    return false;
  }
}
