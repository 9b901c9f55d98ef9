import { type FieldError, platformErrors } from '@hengchan/platform';

/** Rows one file may have: as many cases as one can wait for. */
export const mostRows = 100;

const fault = (message: string) =>
  platformErrors.INVALID_REQUEST({ errors: [{ path: '/file', message }] satisfies FieldError[] });

/** A line of the table and where it stands in the file, from 1. */
export interface TableLine {
  line: number;
  cells: Map<string, string>;
}

/**
 * Reads a table as spreadsheets save one: comma or tab, quoted as in RFC 4180, UTF-8 or the GB 18030 of Chinese Windows. The first line names
 * the columns. Throws INVALID_REQUEST naming what cannot be read.
 */
export function readTable(content: Uint8Array, known: readonly string[]): TableLine[] {
  const records = split(decode(content));
  const [head, ...body] = records;
  if (!head) throw fault('文件是空的，请使用模板填写。');
  const titles = head.cells.map((cell) => cell.trim());
  const strange = titles.filter((title) => title !== '' && !known.includes(title));
  if (strange.length > 0)
    throw fault(`没有这些列：${strange.slice(0, 5).join('、')}；请下载该业务的模板，保留第一行。`);
  const repeated = titles.find((title, at) => title !== '' && titles.indexOf(title) !== at);
  if (repeated) throw fault(`列“${repeated}”出现了两次。`);
  const lines = body.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (lines.length === 0) throw fault('第一行之后没有内容。');
  if (lines.length > mostRows)
    throw fault(`一次最多 ${mostRows} 行，文件有 ${lines.length} 行，请分开上传。`);
  return lines.map(({ line, cells }) => ({
    line,
    cells: new Map(titles.flatMap((title, at) => (title === '' ? [] : [[title, cells[at]?.trim() ?? '']]))),
  }));
}

function decode(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('gb18030').decode(content);
  }
}

/** Records of the text with the line each begins at. */
function split(text: string): { line: number; cells: string[] }[] {
  const separator = (text.split('\n', 1)[0] ?? '').includes('\t') ? '\t' : ',';
  const records: { line: number; cells: string[] }[] = [];
  let [cell, quoted, line, began] = ['', false, 1, 1];
  let cells: string[] = [];
  const endRecord = () => {
    records.push({ line: began, cells: [...cells, cell] });
    [cells, cell, began] = [[], '', line];
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\n') line++;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[at++];
      else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === separator) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n') endRecord();
    else if (sign !== '\r') cell += sign;
  }
  if (quoted) throw fault(`第 ${began} 行有引号没有结束。`);
  if (cell !== '' || cells.length > 0) endRecord();
  return records;
}
