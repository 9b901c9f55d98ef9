import { type FieldError, platformErrors } from '@hengchan/platform';
import { CsvError, parse } from 'csv-parse/sync';

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
  const [head, ...body] = recordsOf(decode(content));
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
function recordsOf(text: string): { line: number; cells: string[] }[] {
  const delimiter = text.split('\n', 1)[0]?.includes('\t') ? '\t' : ',';
  const records: { line: number; cells: string[] }[] = [];
  let line = 1;
  try {
    parse(text.replaceAll('\r\n', '\n'), {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      on_record: (cells: string[], { lines }) => {
        records.push({ line, cells });
        line = lines + 1;
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) throw fault(`第 ${line} 行有引号没有结束。`);
    throw error;
  }
  return records;
}
