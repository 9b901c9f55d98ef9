import type { SeizureRight } from '@hengchan/register';
import { describe, expect, test } from 'vitest';
import { seizure } from './testing/facts.ts';
import { rightItems } from './wording.ts';

/** Renewal on the day after the last comes too late, so the day a sheet or a receipt names must be the last. */
describe('a seizure in words', () => {
  const saying = (content: Partial<SeizureRight['content']>) => {
    const right = seizure('天宁区人民法院');
    return rightItems({ ...right, content: { ...right.content, ...content } });
  };

  test('ends on the last day it is in force', () => {
    const items = saying({ effectiveFrom: '2026-11-21', effectiveUntil: '2029-11-20T16:00:00.000Z' });
    expect(items).toContainEqual({ label: '查封期限起', value: '2026年11月21日' });
    expect(items).toContainEqual({ label: '查封期限止', value: '2029年11月20日' });
  });
});
