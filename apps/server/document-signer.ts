import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type DocumentSigner, demonstrationSigner, keySigner } from '@hengchan/documents';
import { type Config, ConfigError } from '@hengchan/platform';

/**
 * Who signs the documents that bear a seal: the key the settings name; in a demonstration one made for it. Undefined in production without a
 * key: documents then carry the picture of a seal alone, which the security inventory says. Throws ConfigError when the key cannot be used.
 */
export async function documentSignerOf(
  { signing, mode, dataFolder }: Config,
  owner: string,
): Promise<DocumentSigner | undefined> {
  if (signing === undefined) return mode === 'demo' ? demonstrationSigner(dataFolder, owner) : undefined;
  try {
    const certificates = readFileSync(signing.certificateFile, 'utf8');
    const key = createPrivateKey(readFileSync(signing.keyFile, 'utf8'));
    return await keySigner({ certificates, key }, 'Real Estate Registration Office');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigError([`HENGCHAN_SIGNING_CERTIFICATE、HENGCHAN_SIGNING_KEY：不能用来签名（${why}）`]);
  }
}
