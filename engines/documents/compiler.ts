import { Worker } from 'node:worker_threads';
import { errors } from './errors.ts';

export interface WorkerStart {
  fonts: string[];
}

export interface CompileRequest {
  id: number;
  main: string;
  sources: Record<string, string>;
  /** The JSON the sheet finds as /data.json. */
  data: string;
  output: 'pdf' | 'svg';
  /** Seconds since 1970, written into the PDF as its creation time. */
  timestamp: number;
}

export type CompileAnswer =
  | { id: number; pdf: Uint8Array<ArrayBuffer>; pages: number }
  | { id: number; svg: string }
  | { id: number; failure: string };

/** Sheets waiting at one time; beyond this the caller is told to come back. */
const MOST_WAITING = 500;
/** No sheet takes a second; one that takes this long is stuck. */
const PATIENCE_MS = 60_000;

interface Waiting {
  resolve(answer: CompileAnswer): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

export interface Compiler {
  compile(request: Omit<CompileRequest, 'id'>): Promise<CompileAnswer>;
  close(): Promise<void>;
}

/**
 * Typst in a thread of its own. Answers come in the order asked. When the thread dies, everything waiting
 * is refused and the next request starts a new one.
 */
export function startCompiler(fonts: string[]): Compiler {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  function settle(id: number): Waiting | undefined {
    const entry = waiting.get(id);
    if (entry === undefined) return undefined;
    waiting.delete(id);
    clearTimeout(entry.timer);
    if (waiting.size === 0) worker?.unref();
    return entry;
  }

  function abandon(dead: Worker, error: Error): void {
    if (worker !== dead) return;
    worker = undefined;
    for (const id of [...waiting.keys()]) settle(id)?.reject(error);
  }

  function startWorker(): Worker {
    const data: WorkerStart = { fonts };
    const started = new Worker(new URL('./compiler-worker.ts', import.meta.url), { workerData: data });
    started.on('message', (answer: CompileAnswer) => settle(answer.id)?.resolve(answer));
    started.on('error', (cause) =>
      abandon(started, errors.DOCUMENT_COMPILER_STOPPED({ detail: cause.message })),
    );
    started.on('exit', () => abandon(started, errors.DOCUMENT_COMPILER_STOPPED()));
    return started;
  }

  return {
    compile(request) {
      if (waiting.size >= MOST_WAITING) return Promise.reject(errors.DOCUMENT_COMPILER_BUSY());
      worker ??= startWorker();
      const current = worker;
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          abandon(current, errors.DOCUMENT_COMPILER_STOPPED({ detail: '排版超时。' }));
          void current.terminate();
        }, PATIENCE_MS);
        waiting.set(id, { resolve, reject, timer });
        current.ref();
        current.postMessage({ ...request, id } satisfies CompileRequest);
      });
    },
    async close() {
      const closing = worker;
      if (closing === undefined) return;
      abandon(closing, errors.DOCUMENT_COMPILER_STOPPED());
      await closing.terminate();
    },
  };
}
