import { expect, test } from 'vitest';
import type { BusinessSummary } from '../../api/businesses.ts';
import { businessGroups } from './business-groups.ts';

const business = (
  code: string,
  change: Partial<BusinessSummary> & { registrationType?: string } = {},
): BusinessSummary => ({
  code,
  version: 1,
  name: code,
  summary: '',
  audience: '',
  entrances: [],
  channels: ['online', 'counter'],
  keywords: [],
  promisedDays: 1,
  statutoryDays: 30,
  group: '转移',
  ...change,
});

test('a citizen’s word finds the business', () => {
  const items = [
    business('resale-transfer', { name: '存量房转移登记', keywords: ['过户', '卖房'] }),
    business('seizure'),
  ];
  expect(businessGroups(items, '过户').flatMap((g) => g.items.map((i) => i.code))).toEqual([
    'resale-transfer',
  ]);
  expect(businessGroups(items, '过户 查封')).toEqual([]);
});

test('what is only done online is not offered at the counter', () => {
  const items = [business('a', { channels: ['online'] }), business('b')];
  expect(businessGroups(items, '', 'counter').flatMap((g) => g.items.map((i) => i.code))).toEqual(['b']);
});

test('groups keep the order they come in', () => {
  const items = [
    business('a', { registrationType: '200' }),
    business('b', { registrationType: '400' }),
    business('c', { registrationType: '200' }),
  ];
  expect(businessGroups(items, '').map((g) => [g.title, g.items.length])).toEqual([
    ['转移登记', 2],
    ['注销登记', 1],
  ]);
});
