import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Config } from '../config/load.ts';
import { errors } from '../errors/index.ts';
import type { ByteStore } from './files.ts';

/** A client of any store that speaks S3, by path so that it also works without wildcard host names. */
export function clientOf(settings: NonNullable<Config['objectStore']>): S3Client {
  return new S3Client({
    endpoint: settings.endpoint,
    region: settings.region,
    forcePathStyle: true,
    credentials: { accessKeyId: settings.accessKey, secretAccessKey: settings.secretKey },
    maxAttempts: 3,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

/** Files in an S3 store. */
export function objectStore(settings: NonNullable<Config['objectStore']>): ByteStore {
  const client = clientOf(settings);
  const at = (name: string) => ({ Bucket: settings.bucket, Key: `${name.slice(0, 2)}/${name}` });
  return {
    async has(name) {
      return (await client.send(new HeadObjectCommand(at(name))).catch(absent)) !== undefined;
    },
    async write(name, bytes) {
      try {
        await client.send(new PutObjectCommand({ ...at(name), Body: bytes, ContentLength: bytes.length }));
      } catch (error) {
        throw isFull(error) ? errors.FILE_STORE_FULL() : error;
      }
    },
    async read(name) {
      const answer = await client.send(new GetObjectCommand(at(name))).catch(absent);
      return answer?.Body?.transformToByteArray();
    },
    async readHead(name, length) {
      const part = new GetObjectCommand({ ...at(name), Range: `bytes=0-${length - 1}` });
      const answer = await client.send(part).catch(absent);
      return answer?.Body?.transformToByteArray();
    },
    async *names() {
      for await (const page of paginateListObjectsV2({ client }, { Bucket: settings.bucket })) {
        for (const { Key = '' } of page.Contents ?? []) yield Key.slice(Key.indexOf('/') + 1);
      }
    },
  };
}

function absent(error: unknown): undefined {
  if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined;
  throw error;
}

/** What stores answer when a quota or the disk is full. */
function isFull(error: unknown): boolean {
  if (!(error instanceof S3ServiceException)) return false;
  return error.$metadata.httpStatusCode === 507 || /QuotaExceeded|StorageFull/.test(error.name);
}
