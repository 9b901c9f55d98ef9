import { expect, test } from 'vitest';
import { toggled, workingDays, yearMonths } from './year-days.ts';

const none = { holidays: [], makeUpDays: [] };
const dayOf = (arrangement: Parameters<typeof yearMonths>[1], date: string) =>
  yearMonths(Number(date.slice(0, 4)), arrangement)
    .flatMap((month) => month.days)
    .find((day) => day.date === date);

test('months begin on the right weekday and have their days', () => {
  const [january, february] = yearMonths(2026, none);
  expect(january?.lead).toBe(3); // Thursday
  expect(february?.days).toHaveLength(28);
  expect(yearMonths(2028, none)[1]?.days).toHaveLength(29);
});

test('a weekday off is a holiday, a weekend day worked is a make-up day', () => {
  const monday = toggled(none, '2026-10-05', '国庆节');
  expect(dayOf(monday, '2026-10-05')).toMatchObject({ kind: 'holiday', name: '国庆节' });
  const saturday = toggled(monday, '2026-10-10', '调休上班');
  expect(dayOf(saturday, '2026-10-10')?.kind).toBe('make-up');
  expect(workingDays(yearMonths(2026, saturday))).toBe(workingDays(yearMonths(2026, none)));
});

test('turning a day over twice leaves everything as it was', () => {
  const once = toggled(none, '2026-10-05', '国庆节');
  expect(toggled(once, '2026-10-05', '国庆节')).toEqual(none);
});

test('a holiday on a weekend is taken away, not made a make-up day', () => {
  const arrangement = { holidays: [{ date: '2026-10-04', name: '国庆节' }], makeUpDays: [] };
  expect(toggled(arrangement, '2026-10-04', '')).toEqual(none);
});
