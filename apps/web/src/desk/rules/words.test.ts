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
  expect(parameterText({})).toBe('—');
  expect(parameterText({ most: 36, all: false })).toBe('most：36，all：否');
});

test('a rule that was not asked is neither passed nor failed', () => {
  expect(outcomeTag(undefined).word).toBe('未校验');
  expect(outcomeTag('pass').kind).toBe('done');
  expect(outcomeTag('something new').word).toBe('需人工判断');
});
