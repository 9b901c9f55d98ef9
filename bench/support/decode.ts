/** One row as the write-ahead log has it. Values are SQL literals; a large value that did not change is absent. */
export interface Change {
  table: string;
  kind: 'INSERT' | 'UPDATE' | 'DELETE';
  values: Map<string, string>;
}

/** Reads one line of the logical decoding plugin `test_decoding`; undefined for what is not a row. */
export function decodeChange(line: string): Change | undefined {
  const head = /^table (.+?): (INSERT|UPDATE|DELETE): /.exec(line);
  if (!head) return undefined;
  const [whole, table = '', kind] = head;
  let rest = line.slice(whole.length);
  const newRow = rest.indexOf('new-tuple: ');
  if (rest.startsWith('old-key: ') && newRow >= 0) rest = rest.slice(newRow + 'new-tuple: '.length);
  const values = new Map<string, string>();
  let at = 0;
  while (at < rest.length) {
    const bracket = rest.indexOf('[', at);
    if (bracket < 0) break;
    const column = rest.slice(at, bracket).replaceAll('"', '');
    const colon = rest.indexOf(']:', bracket);
    const [literal, end] = readLiteral(rest, colon + 2);
    if (literal !== 'unchanged-toast-datum') values.set(column, literal);
    at = end + 1;
  }
  return { table, kind: kind as Change['kind'], values };
}

/** A quoted literal with doubled quotes inside, or a bare word up to the next space. */
function readLiteral(text: string, from: number): [literal: string, end: number] {
  const quote = text[from] === 'B' && text[from + 1] === "'" ? from + 1 : from;
  if (text[quote] !== "'") {
    const space = text.indexOf(' ', from);
    const end = space < 0 ? text.length : space;
    return [text.slice(from, end), end];
  }
  let at = quote + 1;
  for (;;) {
    at = text.indexOf("'", at);
    if (at < 0) throw new Error('a literal does not end');
    if (text[at + 1] !== "'") return [text.slice(from, at + 1), at + 1];
    at += 2;
  }
}
