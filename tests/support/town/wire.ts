import { type Sm2KeyPair, sm2Sign, sm3 } from '@hengchan/standards/crypto';

/** The five headers of the envelope between systems (docs/protocols/00-envelope.md), less the signature. */
export interface Stamp {
  peer: string;
  message: string;
  time: string;
  nonce: string;
}

type Headers = Record<string, string | string[] | undefined>;

const textOf = (verb: string, path: string, { message, time, nonce }: Stamp, body: Uint8Array) =>
  Buffer.from(['hengchan/1.0', verb, path, message, time, nonce, sm3(body)].join('\n'), 'utf8');

/** Headers of a message signed by a system. */
export function seal(
  verb: string,
  path: string,
  stamp: Stamp,
  body: Uint8Array,
  key: Sm2KeyPair,
): Record<string, string> {
  const signature = sm2Sign(textOf(verb, path, stamp, body), key.privateKey, key.publicKey);
  return {
    'content-type': 'application/json',
    'x-hengchan-peer': stamp.peer,
    'x-hengchan-message': stamp.message,
    'x-hengchan-time': stamp.time,
    'x-hengchan-nonce': stamp.nonce,
    'x-hengchan-signature': Buffer.from(signature, 'hex').toString('base64'),
  };
}

export function stampOf(headers: Headers): Stamp & { signature: string } {
  const read = (name: string) => String(headers[`x-hengchan-${name}`] ?? '');
  return {
    peer: read('peer'),
    message: read('message'),
    time: read('time'),
    nonce: read('nonce'),
    signature: read('signature'),
  };
}
