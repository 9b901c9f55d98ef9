import { fileTypeFromBuffer } from 'file-type';

/** Names other programs use for the same type. */
const aliases: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'text/xml': 'application/xml',
  'video/matroska': 'video/webm',
};
const textTypes = ['application/json', 'application/xml', 'text/csv', 'text/plain'];
/** Texts that a browser would run. */
const active = /<\s*(?:script|svg|html|!doctype\s+html|iframe|object|embed)\b/i;

/**
 * What the content is, judged by the content alone, out of the types a caller accepts; undefined for anything else.
 * Programs, SVG and HTML are never any of them: they could act in the browser of whoever opens the file.
 */
export async function sniff(content: Uint8Array, accept: readonly string[]): Promise<string | undefined> {
  const accepted = new Set(accept.map((type) => aliases[type] ?? type));
  const found = await fileTypeFromBuffer(content);
  if (found !== undefined) {
    const type = aliases[found.mime] ?? found.mime;
    if (type !== 'application/xml') return accepted.has(type) ? type : undefined;
  }
  const wanted = textTypes.filter((type) => accepted.has(type));
  const text = wanted.length > 0 ? decode(content) : undefined;
  if (text === undefined || active.test(text)) return undefined;
  return wanted.find((type) => looksLike(type, text));
}

function looksLike(type: string, text: string): boolean {
  if (type === 'application/xml') return /^\s*</.test(text);
  if (type !== 'application/json') return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The text, or undefined when the bytes are not UTF-8 text. */
function decode(content: Uint8Array): string | undefined {
  if (content.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}
