import type { Clock } from './clock.ts';
import type { Random } from './random.ts';

/** Identifiers that mean nothing, in time order where that helps an index. */
export interface Ids {
  /** RFC 9562 version 7. */
  uuid(): string;
  /** An unguessable token, base64url. */
  token(bytes?: number): string;
}

export function makeIds(clock: Clock, random: Random): Ids {
  return {
    uuid() {
      const bytes = Buffer.from(random.bytes(16));
      bytes.writeUIntBE(clock.now().getTime(), 0, 6);
      bytes[6] = 0x70 | ((bytes[6] as number) & 0x0f);
      bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f);
      const hex = bytes.toString('hex');
      return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
        '-',
      );
    },
    token: (bytes = 32) => Buffer.from(random.bytes(bytes)).toString('base64url'),
  };
}
