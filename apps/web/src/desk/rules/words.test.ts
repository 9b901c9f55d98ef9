import { expect, test } from 'vitest';
import { outcomeTag, parameterText, readParameter } from './words.ts';

test('what is typed becomes the kind of value the rule has, or nothing', () => {
  expect(readParameter(36, ' 12 ')).toBe(12);
  expect(readParameter(36, '十二')).toBeUndefined();
  expect(readParameter(36, '')).toBeUndefined();
  expect(readParameter(true, '否')).toBe(false);
  expect(readParameter(true, '也许')).toBeUndefined();
  expect(readParameter('1', '2')).toBe('2');
});

test('parameters in words', () => {
  const words = {
    most: { title: '查封期限上限', unit: '个月', description: '' },
    kind: { title: '权利种类', description: '', choices: { mortgage: '抵押权' } },
  };
  expect(parameterText({}, words)).toBe('—');
  expect(parameterText({ most: 36, kind: 'mortgage', all: false, nature: '' }, words)).toBe(
    '查封期限上限：36个月，权利种类：抵押权，all：否，nature：不限',
  );
  expect(parameterText({ kind: '' }, words)).toBe('权利种类：由各业务指定');
});

test('a rule that was not asked is neither passed nor failed', () => {
  expect(outcomeTag(undefined).word).toBe('未校验');
  expect(outcomeTag('pass').kind).toBe('done');
  expect(outcomeTag('something new').word).toBe('需人工判断');
});
