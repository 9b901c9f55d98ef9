import { expect, test } from 'vitest';
import { compareParts } from './compare-versions.ts';

const part = (code: string, text = '', title = code) => ({ code, title, text });

test('says what a version added, took away and changed, the later version’s order first', () => {
  expect(
    compareParts(
      [part('申请书', '必交'), part('身份证明', '必交'), part('合同', '必交')],
      [part('合同', '有则提交'), part('身份证明', '必交'), part('声明', '必交')],
    ).map(({ code, change, from, to }) => [code, change, from, to]),
  ).toEqual([
    ['合同', 'changed', '必交', '有则提交'],
    ['身份证明', 'same', '必交', '必交'],
    ['声明', 'added', undefined, '必交'],
    ['申请书', 'removed', '必交', undefined],
  ]);
  expect(compareParts([part('a', '', '甲')], [part('a', '', '乙')])[0]?.change).toBe('changed');
});
