import { existsSync, globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  DeleteObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Config } from '../config/load.ts';
import { clientOf } from './object-store.ts';

export interface DestroyedFiles {
  removed: number;
  /** Counted anew afterwards. */
  left: number;
  /** Which store, in Chinese. */
  store: string;
}

interface Kept {
  Key: string;
  VersionId?: string;
}

/**
 * Removes every stored file, wherever the configuration keeps them; of an S3 store earlier versions and marks of deletion too.
 * For the end of the service only: nothing that runs calls it. Row SEC-END-02.
 */
export async function destroyFiles({ objectStore, dataFolder }: Config): Promise<DestroyedFiles> {
  if (objectStore === undefined) return emptyFolder(join(dataFolder, 'files'));
  const client = clientOf(objectStore);
  const { bucket } = objectStore;
  let removed = 0;
  for (
    let page = await somethingIn(client, bucket);
    page.length > 0;
    page = await somethingIn(client, bucket)
  ) {
    for (const each of page) await client.send(new DeleteObjectCommand({ Bucket: bucket, ...each }));
    removed += page.length;
    // A store that answers yes and keeps what it was told to delete must not hold us here for ever.
    if ((await somethingIn(client, bucket)).some(({ Key, VersionId }) => has(page, Key, VersionId))) break;
  }
  const left = (await somethingIn(client, bucket)).length;
  client.destroy();
  return { removed, left, store: `对象存储 ${bucket}` };
}

const has = (page: readonly Kept[], key: string, version: string | undefined) =>
  page.some((each) => each.Key === key && each.VersionId === version);

/** Up to a page of what is in the bucket: every version where the store keeps them. */
async function somethingIn(client: S3Client, bucket: string): Promise<Kept[]> {
  try {
    const { Versions = [], DeleteMarkers = [] } = await client.send(
      new ListObjectVersionsCommand({ Bucket: bucket }),
    );
    return [...Versions, ...DeleteMarkers].flatMap(({ Key, VersionId }) =>
      Key === undefined
        ? []
        : [{ Key, ...(VersionId === undefined || VersionId === 'null' ? {} : { VersionId }) }],
    );
  } catch (error) {
    if (!(error instanceof S3ServiceException) || error.name !== 'NotImplemented') throw error;
  }
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
  return Contents.flatMap(({ Key }) => (Key === undefined ? [] : [{ Key }]));
}

function emptyFolder(folder: string): DestroyedFiles {
  const count = () =>
    existsSync(folder)
      ? globSync('**', { cwd: folder, withFileTypes: true }).filter((each) => each.isFile()).length
      : 0;
  const removed = count();
  rmSync(folder, { recursive: true, force: true });
  return { removed, left: count(), store: '本机数据目录' };
}
