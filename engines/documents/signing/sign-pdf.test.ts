import { generateKeyPairSync } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocuments } from '../documents.ts';
import { samples } from '../samples.ts';
import { has, inFolder, reasonToSkip, run } from '../testing-tools.ts';
import { demonstrationSigner } from './demonstration-signer.ts';
import { keySigner } from './key-signer.ts';
import { signPdf } from './sign-pdf.ts';
import type { DocumentSigner } from './signer.ts';

const time = new Date('2026-11-20T02:30:00Z');
const office = '常州市不动产登记中心';
let certificate: Uint8Array;

beforeAll(async () => {
  const documents = await createDocuments();
  certificate = (await documents.render('certificate', samples.certificate, { issuedAt: time })).pdf;
  await documents.close();
});

const fixed: DocumentSigner = { label: 'Test', sign: async (content) => content.subarray(0, 32) };

describe('signing', () => {
  it('appends to the file and leaves every earlier byte alone', async () => {
    const signed = await signPdf(certificate, fixed, { reason: 'Certificate', time });
    expect(Buffer.from(signed.subarray(0, certificate.length))).toEqual(Buffer.from(certificate));
    expect(Buffer.from(signed).toString('latin1')).toContain('/Reason (Certificate)');
  });

  it('hands the signer everything but the place of the signature', async () => {
    let content = new Uint8Array();
    const listening: DocumentSigner = {
      label: 'Test',
      sign: async (bytes) => {
        content = Uint8Array.from(bytes);
        return new Uint8Array(64);
      },
    };
    const signed = await signPdf(certificate, listening, { reason: 'Certificate', time });
    const range = /ByteRange \[(\d+) (\d+) (\d+) (\d+)/.exec(Buffer.from(signed).toString('latin1'));
    const [from, length, second, rest] = (range ?? []).slice(1).map(Number) as [
      number,
      number,
      number,
      number,
    ];
    expect(from).toBe(0);
    expect(second + rest).toBe(signed.length);
    const covered = Buffer.concat([signed.subarray(0, length), signed.subarray(second)]);
    expect(Buffer.from(content)).toEqual(covered);
  });

  it('keeps the file identifier PDF/A asks for', async () => {
    const signed = Buffer.from(await signPdf(certificate, fixed, { reason: 'Certificate', time })).toString(
      'latin1',
    );
    const identifiers = [...signed.matchAll(/\/ID\s*\[[^\]]*\]/g)].map(([text]) => text);
    expect(identifiers).toHaveLength(2);
    expect(identifiers[0]).toBe(identifiers[1]);
  });

  it('refuses a reason that is not ASCII', async () => {
    await expect(signPdf(certificate, fixed, { reason: '登记', time })).rejects.toMatchObject({
      code: 'SIGNATURE_REASON_NOT_ASCII',
    });
  });
});

describe.skipIf(!has('openssl'))(`the demonstration key${reasonToSkip('openssl')}`, () => {
  it('is made once, kept private, and names the office in Chinese', async () => {
    await inFolder(async (folder) => {
      const signers = [demonstrationSigner(folder, office), demonstrationSigner(folder, office)];
      for (const signature of await Promise.all(signers.map((each) => each.sign(Buffer.from('x'), time))))
        expect(signature.length).toBeGreaterThan(500);
      const home = join(folder, 'demonstration-signing');
      const first = await readFile(join(home, 'certificate.pem'), 'utf8');
      await demonstrationSigner(folder, office).sign(Buffer.from('x'), time);
      expect(await readFile(join(home, 'certificate.pem'), 'utf8')).toBe(first);
      expect((await stat(join(home, 'key.pem'))).mode & 0o077).toBe(0);
      const subject = run(
        'openssl',
        'x509',
        '-in',
        join(home, 'certificate.pem'),
        '-noout',
        '-subject',
        '-nameopt',
        'utf8',
      );
      expect(subject.output).toContain(`${office}（演示）`);
    });
  });

  it('signs the same content at the same moment with the same bytes', async () => {
    await inFolder(async (folder) => {
      const [signer, again] = [demonstrationSigner(folder, office), demonstrationSigner(folder, office)];
      const content = Buffer.from('content');
      expect(await signer.sign(content, time)).toEqual(await again.sign(content, time));
      expect(await signer.sign(content, new Date(0))).not.toEqual(await signer.sign(content, time));
    });
  });

  it('that does not belong to its certificate is refused at start', async () => {
    await inFolder(async (folder) => {
      await demonstrationSigner(folder, office).sign(Buffer.from('x'), time);
      const certificates = await readFile(join(folder, 'demonstration-signing', 'certificate.pem'), 'utf8');
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      await expect(keySigner({ certificates, key: privateKey }, 'Test')).rejects.toMatchObject({
        code: 'SIGNING_KEY_UNUSABLE',
      });
      await expect(keySigner({ certificates: 'nothing', key: privateKey }, 'Test')).rejects.toMatchObject({
        code: 'SIGNING_KEY_UNUSABLE',
      });
    });
  });
});

const tools = ['openssl', 'pdfsig', 'certutil'];
describe.skipIf(!tools.every(has))(`a signed certificate${reasonToSkip(...tools)}`, () => {
  let signed: Uint8Array;
  let folder: string;
  let done: () => void;

  beforeAll(async () => {
    await new Promise<void>((ready, fail) => {
      inFolder(async (made) => {
        folder = made;
        const signer = demonstrationSigner(folder, office);
        signed = await signPdf(certificate, signer, { reason: 'Registration certificate', time });
        const store = `sql:${folder}`;
        run('certutil', '-N', '-d', store, '--empty-password');
        const file = join(folder, 'demonstration-signing', 'certificate.pem');
        run('certutil', '-A', '-d', store, '-t', 'C,C,C', '-n', 'office', '-i', file);
        ready();
        await new Promise<void>((resolve) => {
          done = resolve;
        });
      }).catch(fail);
    });
  });
  afterAll(() => done());

  async function verdict(pdf: Uint8Array): Promise<string> {
    const file = join(folder, 'signed.pdf');
    await writeFile(file, pdf);
    return run('pdfsig', '-nssdir', `sql:${folder}`, file).output;
  }

  it('validates, with its Chinese subject, over the whole document', async () => {
    const said = await verdict(signed);
    expect(said).toContain('Signature is Valid.');
    expect(said).toContain('Certificate is Trusted.');
    expect(said).toContain(`${office}（演示）`);
    expect(said).toContain('Total document signed');
  });

  it('does not, when one byte of a page is flipped', async () => {
    const changed = Uint8Array.from(signed);
    const at = Math.floor(certificate.length / 2);
    changed[at] = (changed[at] ?? 0) ^ 1;
    const said = await verdict(changed);
    expect(said).not.toContain('Signature is Valid.');
    expect(said).toContain('Digest Mismatch');
  });

  it.skipIf(!has('qpdf'))(`is a sound file${reasonToSkip('qpdf')}`, async () => {
    const file = join(folder, 'sound.pdf');
    await writeFile(file, signed);
    const checked = run('qpdf', '--check', file);
    expect(checked.status).toBe(0);
    expect(checked.output).not.toContain('WARNING');
  });
});
