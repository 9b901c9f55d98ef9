import { describe, expect, it } from 'vitest';
import type { FormSchema } from '../../api/types.ts';
import { choicesOf, descriptionOf, fieldsOf, labelOf, pagesOf, unitOf } from './fields.ts';
import { readForm, typedOf, wordsOf } from './values.ts';

const schema: FormSchema = {
  type: 'object',
  required: ['price', 'method', 'contract'],
  properties: {
    price: { type: 'integer', title: '成交价格（分）', minimum: 1, examples: [128000000] },
    method: {
      type: 'string',
      title: '付款方式',
      anyOf: [
        { const: 'full', title: '一次付清' },
        { const: 'loan', title: '贷款' },
      ],
    },
    remark: { type: 'string', title: '备注', maxLength: 5 },
    contract: {
      type: 'object',
      title: '买卖合同',
      required: ['signedOn'],
      properties: {
        signedOn: { type: 'string', format: 'date', title: '签订日期', examples: ['2026-11-20'] },
        years: { type: 'integer', title: '年限', minimum: 1, maximum: 30, unit: '年' },
      },
    },
  },
};

describe('reading what was typed', () => {
  it('turns yuan into fen, choices into their values and dotted paths into objects', () => {
    const { value, errors } = readForm(schema, {
      price: '1,280,000.00',
      method: 'loan',
      'contract.signedOn': '2026-11-20',
    });
    expect(errors).toEqual({});
    expect(value).toEqual({ price: 128000000, method: 'loan', contract: { signedOn: '2026-11-20' } });
  });

  it('says in words what to change, by path', () => {
    const { errors } = readForm(schema, {
      price: '12.345',
      remark: '一二三四五六',
      'contract.signedOn': '2026-13-01',
      'contract.years': '31',
    });
    expect(errors).toEqual({
      price: '成交价格应为金额，最多两位小数，例如 1280000.00',
      method: '请选择付款方式',
      remark: '备注最多 5 个字，现为 6 个',
      'contract.signedOn': '签订日期应为日期，例如 2026-11-20',
      'contract.years': '年限不能多于 30年',
    });
  });

  it('comes back unchanged from the values it made', () => {
    const typed = {
      price: '1280000.00',
      method: 'full',
      'contract.signedOn': '2026-11-20',
      'contract.years': '20',
    };
    expect(typedOf(schema, readForm(schema, typed).value)).toEqual(typed);
  });

  it('shows values as people read them', () => {
    const [price, method, , signedOn, years] = fieldsOf(schema);
    expect(wordsOf(price?.schema ?? {}, 128000000)).toBe('1,280,000.00 元');
    expect(wordsOf(method?.schema ?? {}, 'loan')).toBe('贷款');
    expect(wordsOf(signedOn?.schema ?? {}, '2026-11-20')).toBe('2026年11月20日');
    expect(wordsOf(years?.schema ?? {}, 20)).toBe('20 年');
    expect(wordsOf({}, undefined)).toBe('未填写');
  });
});

it('keeps few simple properties on one page and gives each object its own', () => {
  expect(pagesOf(schema).map((page) => [page.title, page.fields.map((field) => field.path)])).toEqual([
    ['填写登记事项', ['price', 'method', 'remark']],
    ['买卖合同', ['contract.signedOn', 'contract.years']],
  ]);
});

describe('as the catalogue writes its forms', () => {
  const price: FormSchema = {
    type: 'string',
    title: '成交价（元）',
    pattern: '^(0|[1-9]\\d{0,12})(\\.\\d{1,2})?$',
    examples: ['1280000.00'],
  };
  const holding: FormSchema = {
    type: 'string',
    title: '共有方式',
    description: '0 单独所有；1 共同共有（如夫妻）',
    enum: ['0', '1'],
    'x-titles': { '0': '单独所有', '1': '共同共有' },
  };
  const understood: FormSchema = { const: true, type: 'boolean', title: '我已核对' };
  const form: FormSchema = {
    type: 'object',
    required: ['price', 'holding', 'understood', 'at', 'items'],
    properties: {
      price,
      holding,
      understood,
      at: { type: 'string', format: 'date-time', title: '送达时间' },
      items: { type: 'array', title: '清单', minItems: 1, items: { type: 'string', minLength: 1 } },
    },
  };

  it('keeps an amount in yuan as a text of the pattern, however it was typed', () => {
    expect(labelOf({ path: 'price', schema: price, required: true })).toBe('成交价');
    expect(unitOf(price)).toBe('元');
    expect(readForm(form, { price: '1,280,000' }).value.price).toBe('1280000.00');
    expect(readForm(form, { price: '-1' }).errors.price).toBe('成交价不能是负数');
    expect(wordsOf(price, '1280000.00')).toBe('1,280,000.00 元');
  });

  it('takes the words of choices from the schema and what is said about them from the description', () => {
    expect(choicesOf(holding)).toEqual([
      { value: '0', title: '单独所有', actual: '0' },
      { value: '1', title: '共同共有', hint: '如夫妻', actual: '1' },
    ]);
    expect(descriptionOf(holding)).toBeUndefined();
    expect(choicesOf({ enum: ['qr'], description: 'qr 扫码' })?.[0]?.title).toBe('扫码');
  });

  it('wants a statement ticked, times as of China and lists line by line', () => {
    const typed = { price: '1', holding: '0', at: '2026-11-20T09:00', items: ['一', ' ', '二'] };
    expect(readForm(form, typed).errors).toEqual({ understood: '请勾选后继续' });
    const { value, errors } = readForm(form, { ...typed, understood: 'true' });
    expect(errors).toEqual({});
    expect(value).toMatchObject({ understood: true, at: '2026-11-20T09:00:00+08:00', items: ['一', '二'] });
  });
});

describe('codes of units', () => {
  const split: FormSchema = {
    type: 'object',
    required: ['successors'],
    properties: {
      successors: {
        type: 'array',
        title: '分割后的单元',
        minItems: 1,
        items: { type: 'string', title: '不动产单元代码', minLength: 28, maxLength: 40 },
      },
    },
  };
  const first = '320402001001GB00001F00010101';

  it('may be typed in groups and come out whole', () => {
    const { value, errors } = readForm(split, { successors: ['320402 001001 GB00001 F00010101', ''] });
    expect([errors, value]).toEqual([{}, { successors: [first] }]);
  });

  it('are refused by line when wrong or twice the same', () => {
    expect(readForm(split, { successors: [first, '3204'] }).errors.successors).toMatch(
      /^分割后的单元第 2 行：/,
    );
    expect(readForm(split, { successors: [first, first] }).errors.successors).toBe(
      '分割后的单元第 2 行与前面的重复',
    );
  });
});
