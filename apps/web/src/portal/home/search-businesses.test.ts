import { expect, it } from 'vitest';
import type { BusinessSummary } from '../../api/businesses.ts';
import { searchBusinesses } from './search-businesses.ts';

const business = (code: string, name: string, keywords: string[], summary: string): BusinessSummary => ({
  code,
  version: 1,
  name,
  keywords,
  summary,
  audience: '',
  entrances: [],
  channels: [],
  promisedDays: 1,
  statutoryDays: 30,
  group: '转移',
});

const catalogue = [
  business('resale-transfer', '存量房转移登记', ['买房', '卖房子', '过户'], '买卖双方办理房屋转移'),
  business('mortgage', '抵押权首次登记', ['贷款', '抵押'], '以房屋担保借款'),
  business('mortgage-cancellation', '抵押权注销登记', ['还清贷款', '解押'], '贷款还清后注销抵押'),
];

const codes = (words: string) => searchBusinesses(catalogue, words).map(({ code }) => code);

it('finds by keyword, by name and by a whole sentence, best first', () => {
  expect(codes('过户')).toEqual(['resale-transfer']);
  expect(codes('注销')[0]).toBe('mortgage-cancellation');
  expect(codes('我的贷款已经还清了')[0]).toBe('mortgage-cancellation');
  expect(codes('我想把房子卖掉')[0]).toBe('resale-transfer');
});

it('answers nothing for words nobody registered, and everything without words', () => {
  expect(codes('驾照')).toEqual([]);
  expect(codes('  ')).toHaveLength(3);
});
