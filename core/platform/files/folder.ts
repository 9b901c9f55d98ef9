import { glob, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errors } from '../errors/index.ts';
import type { ByteStore } from './files.ts';

/** The part of the file system the store needs; a test puts a failing one in its place. */
export interface FileSystem {
  /** Writes a new file and returns once it is on the disk. */
  writeNew(path: string, bytes: Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Makes a rename or a new name in the folder last through a power cut. */
  syncFolder(path: string): Promise<void>;
}

export const realFileSystem: FileSystem = {
  async writeNew(path, bytes) {
    const handle = await open(path, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  rename,
  async syncFolder(path) {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

/** Files in a folder: written beside, synced, then renamed into place, so that a name never stands for half a file. */
export function folderStore(folder: string, token: () => string, system = realFileSystem): ByteStore {
  const pathOf = (name: string) => join(folder, name.slice(0, 2), name.slice(2, 4), name);
  return {
    async has(name) {
      return (await stat(pathOf(name)).catch(absent)) !== undefined;
    },
    async write(name, bytes) {
      const path = pathOf(name);
      const temporary = `${path}.${token()}.part`;
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await system.writeNew(temporary, bytes);
        await system.rename(temporary, path);
        await system.syncFolder(dirname(path));
      } catch (error) {
        await rm(temporary, { force: true });
        throw isFull(error) ? errors.FILE_STORE_FULL() : error;
      }
    },
    async read(name) {
      return readFile(pathOf(name)).catch(absent);
    },
    async readHead(name, length) {
      const handle = await open(pathOf(name), 'r').catch(absent);
      if (handle === undefined) return undefined;
      try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    async *names() {
      for await (const path of glob('??/??/*', { cwd: folder })) {
        if (!path.endsWith('.part')) yield basename(path);
      }
    },
  };
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}

function isFull(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOSPC' || code === 'EDQUOT';
}
