import { createServer, type Server, type Socket } from 'node:net';

/** The harmless test file of EICAR, which every scanner is to find; in two halves, so that none finds it here. */
const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'}!$H+H*`;
const largest = 64 * 1024 * 1024;

/**
 * A stand-in for ClamAV's daemon: INSTREAM, PING and VERSION as `man clamd` documents them. It knows one thing, the test file of EICAR,
 * and finds it anywhere in what it is sent. For demonstration and drills; it protects from nothing.
 */
export function makeScanner(): Server {
  return createServer((socket) => {
    let held = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (part: Buffer) => {
      held = Buffer.concat([held, part]);
      if (held.length > largest) return end(socket, 'INSTREAM size limit exceeded. ERROR');
      const answer = answerTo(held);
      if (answer !== undefined) end(socket, answer);
    });
  });
}

function end(socket: Socket, answer: string): void {
  socket.removeAllListeners('data');
  socket.end(`${answer}\0`);
}

/** Undefined while more is to come. */
function answerTo(held: Buffer): string | undefined {
  const close = held.indexOf(0);
  if (close < 0) return undefined;
  const command = held.subarray(0, close).toString('latin1');
  if (command === 'zPING') return 'PONG';
  if (command === 'zVERSION') return 'Hengchan stand-in for ClamAV (EICAR only)';
  if (command !== 'zINSTREAM') return 'UNKNOWN COMMAND';
  const content: Buffer[] = [];
  for (let at = close + 1; at + 4 <= held.length; ) {
    const length = held.readUInt32BE(at);
    if (length === 0)
      return Buffer.concat(content).includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
    if (at + 4 + length > held.length) return undefined;
    content.push(held.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
