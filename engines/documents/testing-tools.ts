import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether a command is on this machine; a test that needs it is skipped where it is not, and says why. */
export function has(tool: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
}

export function reasonToSkip(...tools: string[]): string {
  const missing = tools.filter((tool) => !has(tool));
  return missing.length === 0 ? '' : ` [skipped: ${missing.join(', ')} not installed]`;
}

/** Runs the body with a folder that is gone afterwards. */
export async function inFolder<Result>(body: (folder: string) => Promise<Result> | Result): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'));
  try {
    return await body(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface ToolResult {
  status: number | null;
  output: string;
}

export function run(tool: string, ...parameters: string[]): ToolResult {
  const { status, stdout, stderr } = spawnSync(tool, parameters, { encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

/** The text of a PDF as pdftotext reads it, without white space: layout is not what is tested. */
export function textOf(pdf: Uint8Array): Promise<string> {
  return inFolder((folder) => {
    const file = join(folder, 'sheet.pdf');
    writeFileSync(file, pdf);
    return spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' }).stdout.replace(/\s+/g, '');
  });
}

export interface Picture {
  /** Red, green, blue, alpha; rows from the top. */
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/** A page as pixels, at the resolution a telephone would photograph it with. */
export function pixelsOf(pdf: Uint8Array, page: number): Promise<Picture> {
  return inFolder((folder) => {
    const file = join(folder, 'sheet.pdf');
    writeFileSync(file, pdf);
    const range = ['-f', String(page), '-l', String(page)];
    spawnSync('pdftoppm', ['-r', '150', '-singlefile', ...range, file, join(folder, 'page')]);
    return readPortablePixmap(readFileSync(join(folder, 'page.ppm')));
  });
}

/** The binary pixmap (P6, 8 bits a channel) that pdftoppm writes. */
function readPortablePixmap(file: Buffer): Picture {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 64).toString('latin1'));
  if (head === null) throw new Error('not a portable pixmap');
  const [width, height] = [Number(head[1]), Number(head[2])];
  const colours = file.subarray(head[0].length);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let index = 0; index < width * height; index += 1) {
    data.set(colours.subarray(index * 3, index * 3 + 3), index * 4);
  }
  return { data, width, height };
}
