const block = 512;

/** A file of a POSIX tar (ustar), block by block. */
export function* tarFile(name: string, content: Uint8Array): Generator<Uint8Array> {
  yield header(name, content.length);
  yield content;
  const rest = content.length % block;
  if (rest > 0) yield Buffer.alloc(block - rest);
}

/** What a tar ends with. */
export const tarEnd: Uint8Array = Buffer.alloc(2 * block);

function header(name: string, size: number): Uint8Array {
  const bytes = Buffer.alloc(block);
  if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long a name for a tar`);
  bytes.write(name, 0, 'utf8');
  bytes.write('0000600\0', 100);
  bytes.write('0000000\0', 108);
  bytes.write('0000000\0', 116);
  bytes.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  bytes.write(`${'0'.padStart(11, '0')}\0`, 136);
  bytes.write('        ', 148);
  bytes.write('0', 156);
  bytes.write('ustar\u000000', 257);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return bytes;
}
