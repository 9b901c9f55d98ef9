import { hash, verify } from '@node-rs/argon2';
import { accountErrors } from './errors.ts';

/** OWASP's minimum for Argon2id: 19 MiB, two passes. The library's default algorithm is Argon2id. */
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const minimumLength = 10;
const maximumLength = 128;
/** `aaaaaaaaA1` has three classes and is guessed at once. */
const fewestDistinct = 5;
const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];

let decoy: Promise<string> | undefined;

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

export function hashPassword(password: string): Promise<string> {
  return hash(password, settings);
}

/** With no hash to compare to, spends the same time and answers false: how long it takes tells nothing about an account. */
export async function passwordMatches(known: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const matches = await verify(known ?? (await decoy), password.slice(0, maximumLength));
  return matches && known !== undefined;
}
