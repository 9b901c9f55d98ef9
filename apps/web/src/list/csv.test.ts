import { expect, test } from 'vitest';
import { type CsvColumn, toCsv } from './csv.ts';

const columns: CsvColumn<{ no: string; name: string; count?: number }>[] = [
  { title: '受理编号', value: (row) => row.no },
  { title: '当事人', value: (row) => row.name },
  { title: '件数', value: (row) => row.count },
];

test('starts with a byte order mark and ends each line as RFC 4180 says', () => {
  expect(toCsv(columns, [{ no: 'A1', name: '甲', count: 2 }])).toBe(
    '\uFEFF受理编号,当事人,件数\r\nA1,甲,2\r\n',
  );
});

test('quotes commas, quotes and line breaks', () => {
  expect(toCsv(columns, [{ no: 'A,1', name: '甲"乙"\n丙' }])).toContain('"A,1","甲""乙""\n丙",\r\n');
});

test('a cell that a spreadsheet would calculate becomes text', () => {
  for (const name of ['=1+1', '+86', '-1', '@x']) {
    expect(toCsv(columns, [{ no: 'A1', name }])).toContain(`A1,'${name},`);
  }
});

test('numbers stay numbers, even negative ones', () => {
  expect(toCsv(columns, [{ no: 'A1', name: '甲', count: -3 }])).toContain('甲,-3\r\n');
});
