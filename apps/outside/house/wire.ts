import { sm2Sign, sm2Verify, sm3 } from '@hengchan/standards/crypto';

/**
 * The envelope of docs/protocols/00-envelope.md, written from that document and deliberately not shared with
 * the product: a stand-in using the product's code would agree with its mistakes.
 */
export interface Keys {
  privateKey: string;
  publicKey: string;
}

export interface Stamp {
  peer: string;
  message: string;
  time: string;
  nonce: string;
}

export type Headers = Record<string, string | string[] | undefined>;

const prefix = 'x-hengchan-';

function textToSign(verb: string, path: string, stamp: Stamp, body: Uint8Array): Uint8Array {
  const { message, time, nonce } = stamp;
  return Buffer.from(`hengchan/1.0\n${verb}\n${path}\n${message}\n${time}\n${nonce}\n${sm3(body)}`, 'utf8');
}

export function seal(
  verb: string,
  path: string,
  stamp: Stamp,
  body: Uint8Array,
  keys: Keys,
): Record<string, string> {
  const der = Buffer.from(
    sm2Sign(textToSign(verb, path, stamp, body), keys.privateKey, keys.publicKey),
    'hex',
  );
  return {
    [`${prefix}peer`]: stamp.peer,
    [`${prefix}message`]: stamp.message,
    [`${prefix}time`]: stamp.time,
    [`${prefix}nonce`]: stamp.nonce,
    [`${prefix}signature`]: der.toString('base64'),
  };
}

/** The stamp of a message when every header is there, whoever sent it. */
export function stampOf(headers: Headers): (Stamp & { signature: string }) | undefined {
  const [peer, message, time, nonce, signature] = ['peer', 'message', 'time', 'nonce', 'signature'].map(
    (name) => headers[`${prefix}${name}`],
  );
  const texts = [peer, message, time, nonce, signature];
  if (texts.some((text) => typeof text !== 'string' || text.length === 0 || text.length > 200))
    return undefined;
  if (Number.isNaN(Date.parse(String(time)))) return undefined;
  return {
    peer: String(peer),
    message: String(message),
    time: String(time),
    nonce: String(nonce),
    signature: String(signature),
  };
}

export function isBy(
  publicKey: string,
  verb: string,
  path: string,
  stamp: Stamp & { signature: string },
  body: Uint8Array,
): boolean {
  const signature = Buffer.from(stamp.signature, 'base64').toString('hex');
  return sm2Verify(textToSign(verb, path, stamp, body), signature, publicKey);
}
