import { fileURLToPath } from 'node:url';
import { type Config, ConfigError } from '@hengchan/platform';
import { checkRelease } from '@hengchan/security';

/** Root of the product's own files, with a trailing slash. */
export const productRoot = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Refuses to start what is not as it was released, where the settings say under which key releases are signed. Where they do not, the doctor
 * and the inventory tell. Row SEC-BKD-02.
 */
export async function requireRelease({ releaseKeyFile }: Config): Promise<void> {
  if (releaseKeyFile === undefined) return;
  const { state, faults } = await checkRelease(productRoot, { keyFile: releaseKeyFile, thorough: false });
  if (state !== 'broken') return;
  throw new ConfigError(faults.slice(0, 10).map((fault) => `HENGCHAN_RELEASE_KEY：${fault}`));
}
