import { sm2Sign, sm2Verify, sm3 } from '@hengchan/standards/crypto';
import { isStrictSignature } from './der.ts';

/**
 * The envelope every message between systems travels in, version 1.0: docs/protocols/00-envelope.md.
 * Pure: the time and the nonce come from the caller.
 */
export const envelopeVersion = 'hengchan/1.0';

/** Both sides refuse a message whose time is further from their own clock. */
export const timeWindowMs = 5 * 60_000;

export const headerNames = {
  peer: 'x-hengchan-peer',
  message: 'x-hengchan-message',
  time: 'x-hengchan-time',
  nonce: 'x-hengchan-nonce',
  signature: 'x-hengchan-signature',
} as const;

export interface Envelope {
  /** Code of the system that signs. */
  peer: string;
  /** Number of the message: the same for every attempt to deliver it. */
  message: string;
  /** ISO 8601 with milliseconds, UTC. */
  time: string;
  /** Fresh for every attempt; an answer repeats that of its request. */
  nonce: string;
}

export interface KeyPair {
  privateKey: string;
  publicKey: string;
}

/** `POST` for a request, `ANSWER 200` for an answer with that status. */
export type Verb = 'POST' | `ANSWER ${number}`;

/** The text that is signed: seven lines, the last the SM3 of the body as sent. */
export function canonicalText(verb: Verb, path: string, envelope: Envelope, body: Uint8Array): string {
  return [envelopeVersion, verb, path, envelope.message, envelope.time, envelope.nonce, sm3(body)].join('\n');
}

/** Headers of a message signed with the key. */
export function signEnvelope(
  verb: Verb,
  path: string,
  envelope: Envelope,
  body: Uint8Array,
  key: KeyPair,
): Record<string, string> {
  const text = Buffer.from(canonicalText(verb, path, envelope, body), 'utf8');
  const signature = Buffer.from(sm2Sign(text, key.privateKey, key.publicKey), 'hex').toString('base64');
  return {
    [headerNames.peer]: envelope.peer,
    [headerNames.message]: envelope.message,
    [headerNames.time]: envelope.time,
    [headerNames.nonce]: envelope.nonce,
    [headerNames.signature]: signature,
  };
}

/** The envelope in the headers, or undefined when one is missing or misshapen. Nothing is verified yet. */
export function readEnvelope(
  headers: Record<string, string | string[] | undefined>,
): (Envelope & { signature: string }) | undefined {
  const read = (name: string) => {
    const value = headers[name];
    return typeof value === 'string' ? value : '';
  };
  const envelope = {
    peer: read(headerNames.peer),
    message: read(headerNames.message),
    time: read(headerNames.time),
    nonce: read(headerNames.nonce),
    signature: read(headerNames.signature),
  };
  const wellFormed =
    /^[a-z][a-z0-9-]{1,31}$/.test(envelope.peer) &&
    /^[\x21-\x7e]{1,64}$/.test(envelope.message) &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(envelope.time) &&
    /^[A-Za-z0-9_-]{16,64}$/.test(envelope.nonce) &&
    /^[A-Za-z0-9+/]{80,120}={0,2}$/.test(envelope.signature);
  return wellFormed ? envelope : undefined;
}

/** Whether the signature is by the key over exactly this message. */
export function verifyEnvelope(
  verb: Verb,
  path: string,
  envelope: Envelope & { signature: string },
  body: Uint8Array,
  publicKey: string,
): boolean {
  const text = Buffer.from(canonicalText(verb, path, envelope, body), 'utf8');
  const signature = Buffer.from(envelope.signature, 'base64');
  return isStrictSignature(signature) && sm2Verify(text, signature.toString('hex'), publicKey);
}

/** Whether the time of a message lies within the window around `now`. */
export function isTimely(time: string, now: Date): boolean {
  return Math.abs(Date.parse(time) - now.getTime()) <= timeWindowMs;
}
