import fc from 'fast-check';
import jsqr from 'jsqr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocuments, type Documents } from './documents.ts';
import { qrSvg } from './qr.ts';
import { samples } from './samples.ts';
import { has, pixelsOf, reasonToSkip } from './testing-tools.ts';

/** Paints the path of the SVG, eight pixels a module, and reads it back. */
function read(svg: string): string | undefined {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const scale = 8;
  const pixels = new Uint8ClampedArray((size * scale) ** 2 * 4).fill(255);
  for (const [, column, row, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let y = Number(row) * scale; y < (Number(row) + 1) * scale; y += 1) {
      for (let x = Number(column) * scale; x < (Number(column) + Number(width)) * scale; x += 1) {
        pixels.fill(0, (y * size * scale + x) * 4, (y * size * scale + x) * 4 + 3);
      }
    }
  }
  return jsqr.default(pixels, size * scale, size * scale)?.data;
}

describe('a QR code', () => {
  it('reads back as what was put in', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 120, unit: 'grapheme-ascii' }), (text) => {
        expect(read(qrSvg(text))).toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  it('refuses more than a code can hold', () => {
    expect(() => qrSvg('x'.repeat(5000))).toThrow();
  });
});

describe.skipIf(!has('pdftoppm'))(`on the printed sheet${reasonToSkip('pdftoppm')}`, () => {
  let documents: Documents;
  beforeAll(async () => {
    documents = await createDocuments();
  });
  afterAll(() => documents.close());

  const scanned = [
    ['certificate', samples.certificate.verificationUrl],
    ['registration-proof', samples['registration-proof'].verificationUrl],
    ['acceptance-notice', samples['acceptance-notice'].progressUrl],
    ['payment-receipt', samples['payment-receipt'].verificationUrl],
  ] as const;

  it.each(scanned)('of %s it is read by a scanner, watermark and all', async (code, url) => {
    const issuedAt = new Date('2026-11-20T02:30:00Z');
    const { pdf } = await documents.render(code as string, samples[code], { issuedAt });
    const { data, width, height } = await pixelsOf(pdf, 1);
    expect(jsqr.default(data, width, height)?.data).toBe(url);
  });
});
