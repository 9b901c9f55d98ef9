import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsqr from 'jsqr';
import type { Locator } from 'playwright-core';
import { PNG } from 'pngjs';

/** What a phone reads from a code shown on a screen. */
export async function scan(code: Locator): Promise<string | undefined> {
  return read(await code.screenshot());
}

/** What a phone reads from the code printed on the first page of a document; undefined too where pdftoppm is missing. */
export function scanPrinted(pdf: Uint8Array): string | undefined {
  const picture = firstPage(pdf, 150);
  return picture && read(picture);
}

/** The first page of a document as a PNG. */
export function firstPage(pdf: Uint8Array, dotsPerInch: number): Buffer | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'hengchan-page-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, pdf);
    const resolution = String(dotsPerInch);
    const { status } = spawnSync('pdftoppm', [
      '-png',
      '-r',
      resolution,
      '-singlefile',
      file,
      join(folder, 'page'),
    ]);
    return status === 0 ? readFileSync(join(folder, 'page.png')) : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(picture: Buffer): string | undefined {
  const { data, width, height } = PNG.sync.read(picture);
  return jsqr.default(new Uint8ClampedArray(data), width, height)?.data;
}
