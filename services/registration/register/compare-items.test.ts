import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareItems } from './compare-items.ts';

const item = (label: string, value: string) => ({ label, value });

test('says what stayed, came, went and changed, in the order of the page', () => {
  const before = [item('坐落', '甲'), item('幢号', '1'), item('面积', '10')];
  const after = [item('坐落', '乙'), item('面积', '10'), item('用途', '住宅')];
  expect(compareItems(before, after)).toEqual([
    { label: '坐落', change: 'changed', from: '甲', to: '乙' },
    { label: '幢号', change: 'removed', from: '1' },
    { label: '面积', change: 'same', from: '10', to: '10' },
    { label: '用途', change: 'added', to: '住宅' },
  ]);
});

test('every label of either side once; the other way round, what came is what went', () => {
  const side = fc.uniqueArray(
    fc.record({ label: fc.constantFrom(...'甲乙丙丁戊'), value: fc.constantFrom('1', '2') }),
    {
      selector: (each) => each.label,
    },
  );
  const turned = { same: 'same', changed: 'changed', added: 'removed', removed: 'added' } as const;
  fc.assert(
    fc.property(side, side, (from, to) => {
      const there = compareItems(from, to);
      const back = new Map(compareItems(to, from).map((each) => [each.label, each.change]));
      expect(there.map((each) => each.label).toSorted()).toEqual(
        [...new Set([...from, ...to].map((each) => each.label))].toSorted(),
      );
      for (const each of there) expect(back.get(each.label)).toBe(turned[each.change]);
    }),
  );
});
