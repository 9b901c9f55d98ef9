import { Secret, TOTP } from 'otpauth';
import type { Platform } from '../platform.ts';

const periodSeconds = 30;
/** Steps before and after the present one that are accepted, for clocks that differ a little. */
const tolerance = 1;

/** RFC 6238 with SHA-1, 6 digits and 30 seconds: what every authenticator app understands. */
function generator(login: string, secret: string): TOTP {
  return new TOTP({
    issuer: '恒产',
    label: login,
    algorithm: 'SHA1',
    digits: 6,
    period: periodSeconds,
    secret: Secret.fromBase32(secret),
  });
}

export function newSecret(random: Platform['random']): string {
  return new Secret({ buffer: Uint8Array.from(random.bytes(20)).buffer }).base32;
}

/** The address an authenticator app reads from a QR code. */
export function enrolmentUri(login: string, secret: string): string {
  return generator(login, secret).toString();
}

/** The step the code belongs to when it is right and later than the last one used; a code works once. */
export function acceptedStep(secret: string, code: string, now: Date, lastStep: number): number | undefined {
  const timestamp = now.getTime();
  const delta = generator('', secret).validate({ token: code, timestamp, window: tolerance });
  if (delta === null) return undefined;
  const step = Math.floor(timestamp / 1000 / periodSeconds) + delta;
  return step > lastStep ? step : undefined;
}
