export interface CsvColumn<Row> {
  title: string;
  value: (row: Row) => string | number | undefined;
}

/**
 * The rows as CSV (RFC 4180) with a byte order mark, so that spreadsheets read Chinese. A cell that a
 * spreadsheet would take for a formula is quoted as text: names of parties are typed by strangers. A first line may say who took it.
 */
export function toCsv<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[], head?: string): string {
  const lines = [
    ...(head === undefined ? [] : [[cell(head)]]),
    columns.map((column) => cell(column.title)),
    ...rows.map((row) => columns.map((column) => cell(column.value(row)))),
  ];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Hands text to the browser as a file the person can keep. */
export function saveText(name: string, text: string, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
