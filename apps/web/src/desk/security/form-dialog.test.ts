import { expect, test } from 'vitest';
import { endOfDay, type FormField, filled } from './FormDialog.tsx';

const fields: FormField[] = [
  { name: 'purpose', label: '用途' },
  { name: 'rows', label: '条数', kind: 'number', optional: true },
  { name: 'until', label: '至', kind: 'date' },
  { name: 'lead', label: '负责人', kind: 'check' },
];

test('what was filled in is sent in its own kind; what was left empty is not sent', () => {
  expect(filled(fields, { purpose: '备查', rows: '', until: '2026-11-20', lead: false })).toEqual({
    purpose: '备查',
    until: '2026-11-20T15:59:59.000Z',
    lead: false,
  });
  expect(filled(fields, { purpose: 'a', rows: '12', until: '2026-11-20', lead: true })).toMatchObject({
    rows: 12,
  });
});

test('a day ends by the clock of China', () => {
  expect(endOfDay('2026-01-01')).toBe('2026-01-01T15:59:59.000Z');
});
