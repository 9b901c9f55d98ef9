import { expect, test } from 'vitest';
import { isTyped, readAddress, withCursor, withValues } from './address.ts';
import type { Filters } from './filters.ts';

const filters = {
  q: { kind: 'search', label: '查找', hint: '编号' },
  status: { kind: 'choice', label: '状态', options: [{ value: 'open', title: '未办结' }] },
  office: { kind: 'choice', label: '机构', options: [], hidden: (said) => said('status') !== 'open' },
} satisfies Filters;

test('an address says what is asked for, and nothing of filters that are not offered', () => {
  const read = (address: string) => readAddress(new URLSearchParams(address), filters);
  expect(read('q=延陵&office=320402&sort=-since&cursor=abc')).toEqual({
    offered: ['q', 'status'],
    values: { q: '延陵', status: '', office: '' },
    sort: '-since',
    cursor: 'abc',
  });
  expect(read('status=open&office=320402').values).toEqual({ q: '', status: 'open', office: '320402' });
});

test('another value starts again at the first page and keeps what belongs to others', () => {
  const next = withValues(new URLSearchParams('q=a&status=open&cursor=abc&tab=2'), {
    q: '',
    status: 'closed',
  });
  expect(String(next)).toBe('status=closed&tab=2');
});

test('the first page has no cursor in its address', () => {
  expect(String(withCursor(new URLSearchParams('q=a&cursor=abc'), ''))).toBe('q=a');
  expect(String(withCursor(new URLSearchParams('q=a'), 'abc'))).toBe('q=a&cursor=abc');
});

test('typing is no step of the way back, choosing is', () => {
  expect(isTyped(filters, { q: '延' })).toBe(true);
  expect(isTyped(filters, { q: '延', status: 'open' })).toBe(false);
  expect(isTyped(filters, { sort: 'since' })).toBe(false);
});
