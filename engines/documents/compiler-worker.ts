import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { CompileAnswer, CompileRequest, WorkerStart } from './compiler.ts';

/**
 * The thread in which typst runs: a long sheet takes tens of milliseconds, and those belong to nobody's
 * HTTP request. One compiler stays warm here for the life of the process.
 */
const ROOT = '/documents';
/**
 * What typst remembers and no sheet used in two rounds of this many is dropped, so memory stays level. Looking
 * through it takes a millisecond and more, so not after each sheet.
 */
const ROUND = 16;
const CACHE_AGE = 2;

const start = workerData as WorkerStart;
const compiler = NodeCompiler.create({
  workspace: ROOT,
  fontArgs: [{ fontBlobs: start.fonts.map((file) => readFileSync(file)) }],
});

const added = new Map<string, string>();
let rendered = 0;

/** Adding a source makes typst parse it, so only what is new is added. */
function add(path: string, source: string): void {
  if (added.get(path) === source) return;
  compiler.addSource(ROOT + path, source);
  added.set(path, source);
}

/** typst puts its diagnostics in `code` and leaves `message` empty for some failures. */
function textOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return [message, code].find((text) => typeof text === 'string' && text !== '')?.toString() ?? String(error);
}

function answer(request: CompileRequest): CompileAnswer {
  try {
    for (const [path, source] of Object.entries(request.sources)) add(path, source);
    // A file rather than an input: inputs belong to the library, and a change of it makes typst forget everything laid out before.
    compiler.addSource(`${ROOT}/data.json`, request.data);
    const work = { mainFilePath: ROOT + request.main };
    if (request.output === 'svg') return { id: request.id, svg: compiler.plainSvg(work) };
    const compiled = compiler.compile(work);
    if (compiled.result === null) {
      return { id: request.id, failure: JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? []) };
    }
    const pages = compiled.result.numOfPages;
    const options = { pdfStandard: 'a-2b', creationTimestamp: request.timestamp };
    return { id: request.id, pdf: new Uint8Array(compiler.pdf(compiled.result, options)), pages };
  } catch (error) {
    return { id: request.id, failure: textOf(error) };
  } finally {
    rendered += 1;
    if (rendered % ROUND === 0) compiler.evictCache(CACHE_AGE);
  }
}

parentPort?.on('message', (request: CompileRequest) => parentPort?.postMessage(answer(request)));
