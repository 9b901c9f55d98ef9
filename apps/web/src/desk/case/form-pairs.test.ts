import { expect, test } from 'vitest';
import type { FormSchema } from '../../api/types.ts';
import { formPairs } from './form-pairs.ts';

const schema: FormSchema = {
  type: 'object',
  properties: {
    price: { type: 'integer', title: '成交价（分）' },
    kind: { title: '共有方式', anyOf: [{ const: '1', title: '共同共有' }] },
    contract: {
      type: 'object',
      title: '合同',
      properties: { signedOn: { type: 'string', format: 'date', title: '签订日期' } },
    },
  },
};

test('follows the form and says codes, dates and amounts in words', () => {
  expect(formPairs(schema, { contract: { signedOn: '2026-11-20' }, kind: '1', price: 128000000 })).toEqual([
    { label: '成交价', value: '1,280,000.00 元' },
    { label: '共有方式', value: '共同共有' },
    { label: '签订日期', value: '2026年11月20日' },
  ]);
});

test('what was left empty is not listed', () => {
  expect(formPairs(schema, {})).toEqual([]);
});

test('a value the form no longer has is still shown', () => {
  expect(formPairs(schema, { reason: '买卖' })).toEqual([{ label: '原因', value: '买卖' }]);
  expect(formPairs(undefined, { zeta: 1 })).toEqual([{ label: 'zeta', value: '1' }]);
});
