import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sm2KeyPair } from '@hengchan/standards/crypto';
import type { Keys } from './wire.ts';

/** How one system is reached and recognised. */
export interface Address {
  code: string;
  url: string;
  publicKey: string;
}

/** The folder through which systems on one machine tell each other their addresses and public keys. */
export interface Addresses {
  find(code: string): Address | undefined;
  /** Adds or replaces entries of peers.json; safe beside another process doing the same. */
  publish(own: readonly Address[]): Promise<void>;
  /** Says in controls.json where drills on these departments are run from. */
  publishControl(codes: readonly string[], url: string): Promise<void>;
}

const lockPatienceMs = 5_000;

export function openAddresses(folder: string): Addresses {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'peers.json');
  const known = new Map<string, { stamp: string; content: unknown }>();
  const read = (name: string): unknown => {
    const found = statSync(name, { throwIfNoEntry: false });
    if (!found) return undefined;
    const stamp = `${found.mtimeMs}/${found.size}/${found.ino}`;
    const before = known.get(name);
    if (before?.stamp === stamp) return before.content;
    const content: unknown = JSON.parse(readFileSync(name, 'utf8'));
    known.set(name, { stamp, content });
    return content;
  };
  const peers = () => (read(file) as { peers: Address[] } | undefined)?.peers ?? [];
  const controlsFile = join(folder, 'controls.json');
  const replace = async (name: string, content: () => object) => {
    const release = await lock(`${name}.lock`);
    try {
      writeFileSync(`${name}.new`, `${JSON.stringify(content(), undefined, 2)}\n`);
      renameSync(`${name}.new`, name);
    } finally {
      release();
    }
  };
  return {
    find: (code) =>
      code === 'hengchan'
        ? (read(join(folder, 'hengchan.json')) as Address | undefined)
        : peers().find((peer) => peer.code === code),
    publish: (own) =>
      replace(file, () => {
        const others = peers().filter((peer) => !own.some((each) => each.code === peer.code));
        return { version: 1, peers: [...others, ...own].sort((a, b) => a.code.localeCompare(b.code)) };
      }),
    publishControl: (codes, url) =>
      replace(controlsFile, () => {
        const others = (read(controlsFile) as { controls: Record<string, string> } | undefined)?.controls;
        return {
          version: 1,
          controls: { ...others, ...Object.fromEntries(codes.map((code) => [code, url])) },
        };
      }),
  };
}

/** A lock that outlasts the patience was left by a process that was killed. */
async function lock(name: string): Promise<() => void> {
  for (let waited = 0; ; waited += 50) {
    try {
      closeSync(openSync(name, 'wx'));
      return () => rmSync(name, { force: true });
    } catch {
      if (waited >= lockPatienceMs) rmSync(name, { force: true });
      await wait(50);
    }
  }
}

/** The department's own keys, made on first start and readable by the owner only. */
export function ownKeys(folder: string, department: string): Keys {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${department}.key.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Keys;
  const keys = sm2KeyPair();
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  chmodSync(file, 0o600);
  return keys;
}
