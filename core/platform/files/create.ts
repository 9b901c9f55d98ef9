import { join } from 'node:path';
import type { Config } from '../config/load.ts';
import { errors } from '../errors/index.ts';
import type { KeyRing } from '../keys/ring.ts';
import type { Ids } from '../system/ids.ts';
import type { Random } from '../system/random.ts';
import { fileErrors } from './errors.ts';
import type { ByteStore, FileStore } from './files.ts';
import { folderStore } from './folder.ts';
import { objectStore } from './object-store.ts';
import { hashOf, openBytes, sealBytes } from './seal.ts';
import { sniff } from './sniff.ts';

/** The store the configuration names: S3 when it is given, else the folder `files` in the data folder. */
export function storeOf(config: Config, ids: Ids): ByteStore {
  if (config.objectStore !== undefined) return objectStore(config.objectStore);
  return folderStore(join(config.dataFolder, 'files'), () => ids.token(9));
}

export function makeFiles(parts: {
  store: ByteStore;
  ring: KeyRing;
  limitBytes: number;
  random: Random;
}): FileStore {
  const { store, ring, limitBytes, random } = parts;
  return {
    async put(content, accept) {
      if (content.length === 0) throw fileErrors.FILE_EMPTY();
      if (content.length > limitBytes) {
        const megabytes = Math.floor(limitBytes / 1024 / 1024);
        throw errors.FILE_TOO_LARGE({ detail: `单个文件不能超过 ${megabytes} MB。` });
      }
      const mediaType = await sniff(content, accept);
      if (mediaType === undefined) throw errors.FILE_TYPE_REFUSED();
      const hash = await hashOf(content);
      if (!(await store.has(hash))) await store.write(hash, await sealBytes(content, ring, random));
      return { hash, size: content.length, mediaType };
    },
    async get(hash) {
      if (!/^[0-9a-f]{64}$/.test(hash)) throw fileErrors.FILE_MISSING();
      const sealed = await store.read(hash);
      if (sealed === undefined) throw fileErrors.FILE_MISSING();
      return openBytes(sealed, ring, hash);
    },
  };
}
