import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostRows, readTable } from './read-table.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const known = ['不动产单元代码', '备注'];
const message = (content: Uint8Array): string => {
  try {
    readTable(content, known);
    return '';
  } catch (error) {
    return (error as { errors: { message: string }[] }).errors[0]?.message ?? '';
  }
};

test('whatever the cells hold, a table quoted as spreadsheets do is read back, with the line each row begins at', () => {
  const cell = fc
    .string({ maxLength: 12, unit: fc.constantFrom('"', ',', '\n', '甲', 'a', ' ', "'") })
    .filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
      const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = [known, ...rows].map((row) => row.map(quote).join(',')).join('\r\n');
      const lines = readTable(bytes(`\uFEFF${text}\r\n`), known);
      expect(lines.map(({ cells }) => [...cells.values()])).toEqual(
        rows.map((row) => row.map((each) => each.trim())),
      );
      let line = 2;
      for (const [at, row] of rows.entries()) {
        expect(lines[at]?.line).toBe(line);
        line += 1 + row.join('').split('\n').length - 1;
      }
    }),
  );
});

test('tabs, empty lines and the encoding of Chinese Windows', () => {
  expect(readTable(bytes('备注\t不动产单元代码\n\n甲\tA\n'), known)).toEqual([
    { line: 3, cells: new Map([...Object.entries({ 备注: '甲', 不动产单元代码: 'A' })]) },
  ]);
  const gb = Uint8Array.from([0xb1, 0xb8, 0xd7, 0xa2, 0x0a, 0xbc, 0xd7]);
  expect([...(readTable(gb, known)[0]?.cells ?? [])]).toEqual([['备注', '甲']]);
});

test('what cannot be read is said', () => {
  expect(message(bytes(''))).toContain('空');
  expect(message(bytes('备注\n'))).toContain('第一行之后没有内容');
  expect(message(bytes('备注,价格\n1,2\n'))).toContain('没有这些列：价格');
  expect(message(bytes('备注,备注\n1,2\n'))).toContain('出现了两次');
  expect(message(bytes('备注\n"甲\n'))).toContain('第 2 行有引号没有结束');
  expect(message(bytes('备注\n1\n"甲\n\n乙\n'))).toContain('第 3 行有引号没有结束');
  expect(message(bytes(`备注\n${'甲\n'.repeat(mostRows + 1)}`))).toContain(`一次最多 ${mostRows} 行`);
});
