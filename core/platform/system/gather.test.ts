import { describe, expect, test } from 'vitest';
import { gather } from './gather.ts';

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await Promise.resolve();
};

describe('writes put together', () => {
  test('what comes while one is on its way goes together, and everybody waits for their own', async () => {
    const written: number[][] = [];
    const open: (() => void)[] = [];
    const write = gather<number>(async (items) => {
      written.push([...items]);
      await new Promise<void>((resolve) => open.push(resolve));
    });
    const done: number[] = [];
    const all = [1, 2, 3, 4].map((each) => write(each).then(() => done.push(each)));
    expect(written).toEqual([[1]]);
    await turns(20);
    expect(done).toEqual([]);
    open.shift()?.();
    await turns(20);
    expect(done).toEqual([1]);
    expect(written).toEqual([[1], [2, 3, 4]]);
    open.shift()?.();
    await Promise.all(all);
    expect(done).toEqual([1, 2, 3, 4]);
  });

  test('one that cannot be written fails alone', async () => {
    const written: number[] = [];
    const write = gather<number>(async (items) => {
      await Promise.resolve();
      if (items.includes(13)) throw new Error('thirteen');
      written.push(...items);
    });
    const all = await Promise.allSettled([1, 12, 13, 14].map(write));
    expect(all.map((each) => each.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(written.toSorted((left, right) => left - right)).toEqual([1, 12, 14]);
  });

  test('never more at once than it may', async () => {
    const sizes: number[] = [];
    const write = gather<number>(
      async (items) => {
        await Promise.resolve();
        sizes.push(items.length);
      },
      { most: 3 },
    );
    await Promise.all([...Array(10).keys()].map(write));
    expect(Math.max(...sizes)).toBe(3);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(10);
  });
});
