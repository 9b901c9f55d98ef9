import type { Clock } from './clock.ts';
import type { Random } from './random.ts';

/** Identifiers that mean nothing, in time order where that helps an index. */
export interface Ids {
  /** RFC 9562 version 7; those of one process sort in the order they were made, also within a millisecond. */
  uuid(): string;
  /** An unguessable token, base64url. */
  token(bytes?: number): string;
}

const counterSize = 0x1000;

export function makeIds(clock: Clock, random: Random): Ids {
  let millisecond = 0;
  let counter = 0;

  /** The fixed-length counter of RFC 9562, 6.2: it starts low in each millisecond and runs over into the next. */
  function tick(): void {
    const now = clock.now().getTime();
    if (now > millisecond) {
      millisecond = now;
      counter = random.integer(0, 0xff);
      return;
    }
    // A clock that was set far back starts a new series; a small step back does not disturb the order.
    if (millisecond - now > 60_000) millisecond = now;
    counter += 1;
    if (counter < counterSize) return;
    counter = 0;
    millisecond += 1;
  }

  return {
    uuid() {
      tick();
      const bytes = Buffer.from(random.bytes(16));
      bytes.writeUIntBE(millisecond, 0, 6);
      bytes.writeUInt16BE(0x7000 | counter, 6);
      bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f);
      const hex = bytes.toString('hex');
      return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
        '-',
      );
    },
    token: (bytes = 32) => Buffer.from(random.bytes(bytes)).toString('base64url'),
  };
}
