import type { Random } from '@hengchan/platform';
import type { Sm2KeyPair } from '@hengchan/standards/crypto';

/** Thrown by a department: becomes a signed refusal. */
export class Refusal extends Error {
  readonly status: number;
  constructor(title: string, status = 409) {
    super(title);
    this.status = status;
  }
}

export type Work = (payload: never) => object;

/** What every department has at hand. */
export interface Desk {
  now(): Date;
  random: Random;
  next(series: string): string;
  key(peer: string): Sm2KeyPair;
  /** Something to tell the registration platform, some time. */
  callBack(peer: string, operation: string, payload: object): void;
}
