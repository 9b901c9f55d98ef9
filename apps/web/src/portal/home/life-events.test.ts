import { expect, it } from 'vitest';
import type { BusinessSummary } from '../../api/businesses.ts';
import { usualWork } from './life-events.ts';

const business = (code: string, group: string, summary: string) =>
  ({ code, name: `${code}登记`, group, summary, list: 'BNK' }) as BusinessSummary;

it('offers bodies their own businesses, loans before sales, each with the first words of what it is', () => {
  const offered = usualWork([
    business('sale', '转移', '贷款买新房：转移和抵押一次申请。'),
    business('mortgage', '抵押', '用房屋作抵押借款：双方确认后登记。'),
    business('quarry', '矿业', '没有这一类'),
  ]);
  expect(offered).toEqual([
    { title: 'mortgage登记', situation: '用房屋作抵押借款', icon: 'bank', to: '/businesses/mortgage' },
    { title: 'sale登记', situation: '贷款买新房', icon: 'house', to: '/businesses/sale' },
  ]);
});

it('puts what the province asks for before what is offered beyond it', () => {
  const beyond = { ...business('rare', '抵押', '少见'), list: undefined } as unknown as BusinessSummary;
  const offered = usualWork([beyond, business('sale', '转移', '买卖')]);
  expect(offered.map(({ title }) => title)).toEqual(['sale登记', 'rare登记']);
});

it('offers no more than a page shows at a glance', () => {
  const many = Array.from({ length: 20 }, (_, n) => business(`m${n}`, '抵押', '抵押'));
  expect(usualWork(many)).toHaveLength(8);
});
