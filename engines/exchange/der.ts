/**
 * Whether the bytes are one DER `SEQUENCE` of two positive `INTEGER`s and nothing else, in the shortest encoding.
 * The envelope allows no other encoding: what verifies SM2 may read DER loosely, and then a signature could be rewritten into
 * others that pass too.
 */
export function isStrictSignature(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x30 || bytes[1] !== bytes.length - 2 || bytes.length > 72) return false;
  const second = integerEnd(bytes, 2);
  return second !== undefined && integerEnd(bytes, second) === bytes.length;
}

/** Where the integer beginning at `start` ends, or undefined when it is not well encoded. */
function integerEnd(bytes: Uint8Array, start: number): number | undefined {
  const [tag, length = 0, first = 0, next = 0] = bytes.subarray(start, start + 4);
  if (tag !== 0x02 || length < 1 || length > 33 || first >= 0x80) return undefined;
  if (first === 0 && (length === 1 || next < 0x80)) return undefined;
  return start + 2 + length;
}
