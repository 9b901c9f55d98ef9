import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sm2KeyPair } from '@hengchan/standards/crypto';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import type { Peer, PeerDirectory } from './directory.ts';
import type { KeyPair } from './envelope.ts';

/** Layout of peers.json: docs/protocols/00-envelope.md, section "Keys and addresses". */
const PeersFile = Type.Object({
  version: Type.Literal(1),
  peers: Type.Array(
    Type.Object({
      code: Type.String({ pattern: '^[a-z][a-z0-9-]{1,31}$' }),
      url: Type.String({ pattern: '^https?://[^\\s]+$' }),
      publicKey: Type.String({ pattern: '^04[0-9a-f]{128}$' }),
    }),
    { maxItems: 1000 },
  ),
});
const peersFile = Compile(PeersFile);

/** Our own name on the wire. */
export const ownCode = 'hengchan';

/**
 * The peers listed in a JSON file, read again whenever it changes.
 * No file means no peers. A file that does not fit its layout throws: nothing is called on half a directory.
 */
export function fileDirectory(file: string): PeerDirectory {
  let stamp = '';
  let peers: Peer[] = [];
  const current = () => {
    const found = statSync(file, { throwIfNoEntry: false });
    if (!found) return [];
    const now = `${found.mtimeMs}/${found.size}/${found.ino}`;
    if (now !== stamp) {
      const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
      if (!peersFile.Check(content)) throw new Error(`${file} is not a peers file of version 1`);
      peers = content.peers;
      stamp = now;
    }
    return peers;
  };
  return { find: (code) => current().find((peer) => peer.code === code), list: () => [...current()] };
}

/** Our own key pair, made on first use and kept readable by the owner only. */
export function loadOwnKey(folder: string, random: (length: number) => Uint8Array): KeyPair {
  const file = join(folder, `${ownCode}.key.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as KeyPair;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = sm2KeyPair(random(48));
  writeFileSync(file, JSON.stringify(key), { mode: 0o600, flag: 'wx' });
  return key;
}

/** Writes what the other side must know of us: our public key and where callbacks go. Replaced in one step. */
export function publishOwn(folder: string, publicKey: string, url: string): void {
  const file = join(folder, `${ownCode}.json`);
  mkdirSync(dirname(file), { recursive: true });
  // Several processes may write at the same moment: each beside, under a name of its own.
  const beside = `${file}.${process.pid}.new`;
  writeFileSync(beside, `${JSON.stringify({ version: 1, code: ownCode, url, publicKey }, undefined, 2)}\n`);
  renameSync(beside, file);
}
