import { connect, type Socket } from 'node:net';

/** What a scanner said of some bytes: the name of what it found, or nothing. */
export interface Verdict {
  found: string | undefined;
}

export interface Scanner {
  /** Rejects when no verdict came: the scanner is away, or refused to look. Nothing unlooked-at is ever called clean. */
  scan(content: Uint8Array): Promise<Verdict>;
  /** Engine and age of its signatures, as it says itself. */
  version(): Promise<string>;
}

const patienceMilliseconds = 20_000;
const chunkBytes = 64 * 1024;
const longestAnswer = 4_096;

/** Speaks the documented protocol of clamd (`man clamd`, INSTREAM and VERSION) with `tcp://host:port` or `unix:/path`. */
export function clamdScanner(address: string): Scanner {
  return {
    async scan(content) {
      const answer = await ask(address, (socket) => {
        socket.write('zINSTREAM\0');
        for (let at = 0; at < content.length; at += chunkBytes) {
          const chunk = content.subarray(at, at + chunkBytes);
          socket.write(lengthOf(chunk.length));
          socket.write(chunk);
        }
        socket.write(lengthOf(0));
      });
      const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
      if (found === undefined && answer !== 'stream: OK') throw new Error(`the scanner said: ${answer}`);
      return { found };
    },
    version: () => ask(address, (socket) => void socket.write('zVERSION\0')),
  };
}

function lengthOf(bytes: number): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(bytes);
  return head;
}

function ask(address: string, say: (socket: Socket) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    const socket = address.startsWith('unix:')
      ? connect(address.slice('unix:'.length))
      : connect(Number(port), hostname.replaceAll(/[[\]]/g, ''));
    let answer = '';
    // Over all, not between two bytes: a scanner that drips is away as well.
    const patience = setTimeout(
      () => socket.destroy(new Error('the scanner did not answer in time')),
      patienceMilliseconds,
    );
    socket.setEncoding('utf8');
    socket.once('connect', () => say(socket));
    socket.on('data', (part) => {
      answer += part;
      if (answer.length > longestAnswer) socket.destroy(new Error('the scanner answers without end'));
    });
    socket.once('error', reject);
    socket.once('end', () => socket.end());
    socket.once('close', () => {
      clearTimeout(patience);
      const text = answer.replace(/\0.*$/s, '').trim();
      if (text === '') reject(new Error('the scanner hung up'));
      else resolve(text);
    });
  });
}
