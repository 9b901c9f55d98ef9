import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sm2 as otherSm2, sm3 as otherSm3, sm4 as otherSm4 } from 'sm-crypto-v2';
import { afterAll, describe, expect, test } from 'vitest';
import {
  hmacSm3,
  sm2KeyPair,
  sm2PublicKey,
  sm2Sign,
  sm2UserId,
  sm2Verify,
  sm3,
  sm4Decrypt,
  sm4Encrypt,
} from './crypto.ts';
import { sm2PrivateKeyPem, sm2PublicKeyPem } from './testing/sm2-pem.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const hex = (data: Uint8Array) => Buffer.from(data).toString('hex');
const unhex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

const folder = mkdtempSync(join(tmpdir(), 'standards-crypto-'));
afterAll(() => rmSync(folder, { recursive: true }));

function openssl(args: string[], input: Uint8Array | string = ''): { ok: boolean; out: Buffer } {
  const { status, stdout } = spawnSync('openssl', args, { input });
  return { ok: status === 0, out: stdout };
}

function file(name: string, content: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Which of the national algorithms the command at hand knows; a missing one skips its comparison by name. */
const has = {
  sm3: openssl(['dgst', '-sm3'], '').ok,
  sm4: openssl(['enc', '-sm4-cbc', '-K', '00'.repeat(16), '-iv', '00'.repeat(16)], '').ok,
  sm2: openssl(['ecparam', '-name', 'SM2', '-genkey', '-noout']).ok,
};
const because = (known: boolean) => (known ? '' : ' (skipped: this openssl lacks it)');

describe('published examples', () => {
  test.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
    ['', '1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b'],
  ])('SM3 of "%s"', (text, digest) => {
    expect(sm3(text)).toBe(digest);
    expect(sm3(new TextEncoder().encode(text))).toBe(digest);
  });

  test('SM4 of the standard’s block under its own key', () => {
    const key = unhex('0123456789abcdeffedcba9876543210');
    const sealed = sm4Encrypt(key, new Uint8Array(16), key);
    expect(hex(sealed.slice(0, 16))).toBe('681edf34d206965e86b3e94f536e4246');
  });
});

describe('against the second implementation', () => {
  test('SM3 and its HMAC', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes(16), (data, key) => {
        expect(sm3(data)).toBe(otherSm3(data));
        expect(hmacSm3(key, data)).toBe(otherSm3(data, { key: hex(key) }));
      }),
    );
  });

  test('SM4 in CBC mode', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 100 }), bytes(16), bytes(16), (data, key, iv) => {
        const other = otherSm4.encrypt(data, hex(key), { mode: 'cbc', iv: hex(iv), padding: 'pkcs#7' });
        expect(hex(sm4Encrypt(key, iv, data))).toBe(other);
      }),
    );
  });
});

describe('SM4', () => {
  test('opens what it sealed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), bytes(16), bytes(16), (text, key, iv) => {
        const opened = sm4Decrypt(key, iv, sm4Encrypt(key, iv, text));
        expect(new TextDecoder().decode(opened)).toBe(text.toWellFormed());
      }),
    );
  });

  test.each([0, 15, 17, 32])('refuses a key of %i bytes', (length) => {
    expect(() => sm4Encrypt(new Uint8Array(length), new Uint8Array(16), 'x')).toThrow(RangeError);
    expect(() => sm4Encrypt(new Uint8Array(16), new Uint8Array(length), 'x')).toThrow(RangeError);
  });

  test('refuses text that was cut', () => {
    const key = new Uint8Array(16).fill(1);
    const sealed = sm4Encrypt(key, key, '320402190503150019');
    expect(() => sm4Decrypt(key, key, sealed.slice(0, 20))).toThrow();
  });
});

describe('SM2', () => {
  const pair = sm2KeyPair(new Uint8Array(32).fill(7));

  test('the same random bytes give the same pair', () => {
    expect(sm2KeyPair(new Uint8Array(32).fill(7))).toEqual(pair);
    expect(pair.privateKey).toMatch(/^[0-9a-f]{64}$/);
    expect(pair.publicKey).toMatch(/^04[0-9a-f]{128}$/);
    expect(sm2PublicKey(pair.privateKey)).toBe(pair.publicKey);
  });

  test('extreme random bytes still give a usable key', () => {
    for (const fill of [0, 255]) {
      const each = sm2KeyPair(new Uint8Array(48).fill(fill));
      expect(sm2Verify('x', sm2Sign('x', each.privateKey), each.publicKey)).toBe(true);
    }
  });

  test('without random bytes every pair differs', () => {
    expect(sm2KeyPair().privateKey).not.toBe(sm2KeyPair().privateKey);
  });

  test('refuses too little randomness', () => {
    expect(() => sm2KeyPair(new Uint8Array(31))).toThrow(RangeError);
  });

  test('a signature holds for its text and key only', () => {
    const signature = sm2Sign('不动产权证书', pair.privateKey, pair.publicKey);
    expect(sm2Verify('不动产权证书', signature, pair.publicKey)).toBe(true);
    expect(sm2Verify(new TextEncoder().encode('不动产权证书'), signature, pair.publicKey)).toBe(true);
    expect(sm2Verify('不动产登记证明', signature, pair.publicKey)).toBe(false);
    expect(sm2Verify('不动产权证书', signature, sm2KeyPair().publicKey)).toBe(false);
  });

  test.each(['', '00', 'zz', '30440220'])('malformed signature "%s" is false, not an error', (signature) => {
    expect(sm2Verify('x', signature, pair.publicKey)).toBe(false);
  });

  test.each(['04abcd', '', 'zz'])('malformed key "%s" is false, not an error', (key) => {
    expect(sm2Verify('x', sm2Sign('x', pair.privateKey), key)).toBe(false);
  });

  test('a point beside the curve is no key', () => {
    const beside = pair.publicKey.slice(0, -1) + (pair.publicKey.endsWith('0') ? '1' : '0');
    expect(sm2Verify('x', sm2Sign('x', pair.privateKey), beside)).toBe(false);
  });

  test('another implementation and ours accept each other’s signatures', () => {
    const options = { der: true, hash: true, userId: sm2UserId };
    const random = fc.uint8Array({ minLength: 48, maxLength: 48 });
    fc.assert(
      fc.property(random, fc.uint8Array({ maxLength: 200 }), (bytes, data) => {
        const { privateKey, publicKey } = sm2KeyPair(bytes);
        expect(publicKey).toBe(otherSm2.getPublicKeyFromPrivateKey(privateKey));
        expect(otherSm2.doVerifySignature(data, sm2Sign(data, privateKey), publicKey, options)).toBe(true);
        expect(sm2Verify(data, otherSm2.doSignature(data, privateKey, options), publicKey)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test('the numbers of a signature have one encoding, below the order of the curve', () => {
    const order = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
    const signature = otherSm2.doSignature('x', pair.privateKey, { hash: true, userId: sm2UserId });
    const [r, s] = [BigInt(`0x${signature.slice(0, 64)}`), BigInt(`0x${signature.slice(64)}`)];
    const tagged = (tag: string, content: string) =>
      tag + (content.length / 2).toString(16).padStart(2, '0') + content;
    const shortest = (value: bigint) => {
      const digits = value.toString(16);
      const whole = digits.length % 2 === 0 ? digits : `0${digits}`;
      return /^[89a-f]/.test(whole) ? `00${whole}` : whole;
    };
    const der = (first: string, second: string) => tagged('30', tagged('02', first) + tagged('02', second));
    const holds = (text: string) => sm2Verify('x', text, pair.publicKey);
    expect(holds(der(shortest(r), shortest(s)))).toBe(true);
    expect(holds(der(`00${shortest(r)}`, shortest(s)))).toBe(false);
    expect(holds(`${der(shortest(r), shortest(s))}00`)).toBe(false);
    expect(holds(`${der(shortest(r), shortest(s))}zz`)).toBe(false);
    expect(holds(der(shortest(r + order), shortest(s)))).toBe(false);
    expect(holds(der(shortest(r), shortest(s + order)))).toBe(false);
  });
});

describe('against the openssl command', () => {
  const data = new TextEncoder().encode('有恒产者有恒心'.repeat(9));
  const key = unhex('000102030405060708090a0b0c0d0e0f');
  const iv = unhex('f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff');

  test.skipIf(!has.sm3)(`SM3${because(has.sm3)}`, () => {
    expect(openssl(['dgst', '-sm3', '-r'], data).out.toString()).toContain(sm3(data));
    const mac = openssl(['dgst', '-sm3', '-r', '-mac', 'HMAC', '-macopt', `hexkey:${hex(key)}`], data);
    expect(mac.out.toString()).toContain(hmacSm3(key, data));
  });

  test.skipIf(!has.sm4)(`SM4 both ways${because(has.sm4)}`, () => {
    const parameters = ['-sm4-cbc', '-K', hex(key), '-iv', hex(iv)];
    expect(hex(openssl(['enc', ...parameters], data).out)).toBe(hex(sm4Encrypt(key, iv, data)));
    const opened = openssl(['enc', '-d', ...parameters], sm4Encrypt(key, iv, data));
    expect(hex(opened.out)).toBe(hex(data));
  });

  test.skipIf(!has.sm2)(
    `SM2: openssl accepts our signature and refuses another text${because(has.sm2)}`,
    () => {
      const pair = sm2KeyPair();
      const publicPem = file('public.pem', sm2PublicKeyPem(pair));
      const signature = file('ours.sig', unhex(sm2Sign(data, pair.privateKey)));
      const verify = (name: string, content: Uint8Array) =>
        openssl([
          ...['pkeyutl', '-verify', '-pubin', '-inkey', publicPem, '-rawin', '-digest', 'sm3'],
          ...['-pkeyopt', `distid:${sm2UserId}`, '-sigfile', signature, '-in', file(name, content)],
        ]).ok;
      expect(verify('same.txt', data)).toBe(true);
      expect(verify('other.txt', data.slice(1))).toBe(false);
    },
  );

  test.skipIf(!has.sm2)(`SM2: we accept openssl’s signature${because(has.sm2)}`, () => {
    const pair = sm2KeyPair();
    const { ok, out } = openssl([
      ...[
        'pkeyutl',
        '-sign',
        '-inkey',
        file('private.pem', sm2PrivateKeyPem(pair)),
        '-rawin',
        '-digest',
        'sm3',
      ],
      ...['-pkeyopt', `distid:${sm2UserId}`, '-in', file('signed.txt', data)],
    ]);
    expect(ok).toBe(true);
    expect(sm2Verify(data, hex(out), pair.publicKey)).toBe(true);
    expect(sm2Verify(data.slice(1), hex(out), pair.publicKey)).toBe(false);
  });
});
