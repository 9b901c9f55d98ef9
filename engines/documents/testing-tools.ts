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

/** A page as PNG, at the resolution a telephone would photograph it with. */
export function pageAsPng(pdf: Uint8Array, page: number): Promise<Buffer> {
  return inFolder((folder) => {
    const file = join(folder, 'sheet.pdf');
    writeFileSync(file, pdf);
    const range = ['-f', String(page), '-l', String(page)];
    spawnSync('pdftoppm', ['-r', '150', '-png', '-singlefile', ...range, file, join(folder, 'page')]);
    return readFileSync(join(folder, 'page.png'));
  });
}
