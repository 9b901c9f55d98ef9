import { sm2Signer } from '@hengchan/evidence';
import type { Config } from '@hengchan/platform';

/** Who signs the checkpoints of the evidence logs: the server when it makes them, verification when it checks them. */
export function evidenceSignerOf({ keys }: Config): ReturnType<typeof sm2Signer> {
  return sm2Signer('hengchan-evidence', Buffer.from(keys.evidence).toString('hex'));
}
