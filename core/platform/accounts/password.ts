import { pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { hash, verify } from '@node-rs/argon2';
import type { Config } from '../config/load.ts';
import type { Random } from '../system/random.ts';
import { accountErrors } from './errors.ts';

/** OWASP's minimum for Argon2id: 19 MiB, two passes. The library's default algorithm is Argon2id. */
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** About a third of a second, off the event loop: this product's choice. Row SEC-CRY-01. */
const iterations = 210_000;
const [saltBytes, hashBytes] = [16, 32];
const minimumLength = 10;
const maximumLength = 128;
/** `aaaaaaaaA1` has three classes and is guessed at once. */
const fewestDistinct = 5;
const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];

/** Throws PASSWORD_TOO_WEAK. */
export function requireStrongPassword(password: string, login: string): void {
  const strong =
    password.length >= minimumLength &&
    password.length <= maximumLength &&
    new Set(password).size >= fewestDistinct &&
    classes.filter((each) => each.test(password)).length >= 3 &&
    !password.toLowerCase().includes(login.toLowerCase());
  if (!strong) throw accountErrors.PASSWORD_TOO_WEAK();
}

/** What passwords are hashed with: by the settings, with salt from the platform. */
export interface PasswordParts {
  config: Pick<Config, 'passwordHash'>;
  random: Random;
}

/** By the PHC string format: `$argon2id$…`, or `$pbkdf2-sm3$i=…$salt$hash`. */
export async function hashPassword({ config, random }: PasswordParts, password: string): Promise<string> {
  if (config.passwordHash === 'argon2id') return hash(password, settings);
  const salt = Buffer.from(random.bytes(saltBytes));
  const derived = await derive(password, salt, iterations, 'sm3');
  return `$pbkdf2-sm3$i=${iterations}$${salt.toString('base64')}$${derived.toString('base64')}`;
}

const derive = (password: string, salt: Buffer, rounds: number, digest: string): Promise<Buffer> =>
  promisify(pbkdf2)(password, salt, rounds, hashBytes, digest);

async function matches(known: string, password: string): Promise<boolean> {
  const [, scheme, rounds = '', salt = '', wanted = ''] = known.split('$');
  if (scheme !== 'pbkdf2-sm3') return verify(known, password);
  const derived = await derive(password, Buffer.from(salt, 'base64'), Number(rounds.slice(2)), 'sm3');
  return timingSafeEqual(derived, Buffer.from(wanted, 'base64'));
}

const decoys = new Map<string, Promise<string>>();

/** With no hash to compare to, spends the same time and answers false: how long it takes tells nothing about an account. */
export async function passwordMatches(
  parts: PasswordParts,
  known: string | undefined,
  password: string,
): Promise<boolean> {
  const way = parts.config.passwordHash;
  const decoy = decoys.get(way) ?? hashPassword(parts, 'nobody has this password');
  decoys.set(way, decoy);
  const found = await matches(known ?? (await decoy), password.slice(0, maximumLength));
  return found && known !== undefined;
}

/** Whether a password is kept another way than the settings now say. */
export function isKeptOtherwise({ config }: Pick<PasswordParts, 'config'>, known: string): boolean {
  return known.split('$')[1] !== config.passwordHash;
}
