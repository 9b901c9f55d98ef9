import { expect, test } from 'vitest';
import { listCommand } from './list-command.ts';

/** A target inside something that matches one of the selectors. */
const within = (...selectors: string[]) =>
  ({
    closest: (list: string) => list.split(', ').find((selector) => selectors.includes(selector)) ?? null,
  }) as unknown as EventTarget;

const press = (key: string, target: EventTarget | null = within(), extra = {}) =>
  listCommand({ key, target, ctrlKey: false, metaKey: false, altKey: false, ...extra });

test('j, k, Enter and / move, open and search', () => {
  expect(['j', 'k', 'Enter', '/'].map((key) => press(key))).toEqual(['next', 'previous', 'open', 'search']);
});

test('other letters are left to the page', () => {
  expect(press('c')).toEqual({ key: 'c' });
  expect(press('F5')).toBeUndefined();
});

test('typing is typing', () => {
  expect(press('j', within('input'))).toBeUndefined();
  expect(press('c', within('textarea'))).toBeUndefined();
  expect(press('j', within('[role="dialog"]'))).toBeUndefined();
});

test('Enter on a link or a button is theirs, j is not', () => {
  expect(press('Enter', within('a'))).toBeUndefined();
  expect(press('j', within('a'))).toBe('next');
});

test('shortcuts of the browser stay with the browser', () => {
  expect(press('k', within(), { ctrlKey: true })).toBeUndefined();
  expect(press('j', within(), { metaKey: true })).toBeUndefined();
});
