import { expect, test } from 'vitest';
import { turnedOver, workingDays, yearMonths } from './year-days.ts';

const dayOf = (departures: Parameters<typeof yearMonths>[1], date: string) => {
  const day = yearMonths(Number(date.slice(0, 4)), departures)
    .flatMap((month) => month.days)
    .find((each) => each.date === date);
  if (!day) throw new Error(`no ${date}`);
  return day;
};

test('months begin on the right weekday and have their days', () => {
  const [january, february] = yearMonths(2026, []);
  expect(january?.lead).toBe(3); // Thursday
  expect(february?.days).toHaveLength(28);
  expect(yearMonths(2028, [])[1]?.days).toHaveLength(29);
});

test('a declared day is what it was declared, whatever the week says', () => {
  const departures = [
    { date: '2026-10-05', kind: 'holiday' as const, name: '国庆节' },
    { date: '2026-10-10', kind: 'make-up' as const, name: '国庆节调休上班' },
  ];
  expect(dayOf(departures, '2026-10-05')).toMatchObject({ kind: 'holiday', name: '国庆节' });
  expect(dayOf(departures, '2026-10-10').kind).toBe('make-up');
  expect(workingDays(yearMonths(2026, departures))).toBe(workingDays(yearMonths(2026, [])));
});

test('turning a day over: a weekday is off, a weekend day is worked, a declared day is ordinary', () => {
  expect(turnedOver(dayOf([], '2026-10-05'), '国庆节')).toEqual({
    date: '2026-10-05',
    kind: 'holiday',
    name: '国庆节',
  });
  expect(turnedOver(dayOf([], '2026-10-10'), '').kind).toBe('make-up');
  const holiday = [{ date: '2026-10-04', kind: 'holiday' as const, name: '国庆节' }];
  expect(turnedOver(dayOf(holiday, '2026-10-04'), '').kind).toBe('ordinary');
});
