import { expect, it } from 'vitest';
import type { CaseEvent } from '../../api/cases.ts';
import { lastReason } from './last-reason.ts';

let minute = 10;
const event = (action: string, more: Partial<CaseEvent> = {}): CaseEvent => ({
  at: `2026-11-20T02:${minute++}:00.000Z`,
  actor: '甲',
  actorKind: 'staff',
  action,
  title: action,
  ...more,
});

it('is what was said since the case was last sent', () => {
  const events = [
    event('open'),
    event('submit'),
    event('object', { comment: '价格写错了' }),
    event('submit'),
    event('supplement', { data: { items: ['请补交照片'] } }),
  ];
  expect(lastReason(events.slice(0, 3))?.comment).toBe('价格写错了');
  expect(lastReason(events.slice(0, 4))).toBeUndefined();
  expect(lastReason(events.toReversed())?.data?.items).toEqual(['请补交照片']);
});
