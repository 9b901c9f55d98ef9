import { useSyncExternalStore } from 'react';
import type { ThemeMode } from './tokens.ts';

/** What a person set about looks: kept on this device, never sent. */
export interface Preferences {
  theme: ThemeMode;
  large: boolean;
}

const themeKey = 'hengchan.theme';
const textKey = 'hengchan.text';
const listeners = new Set<() => void>();
let current: Preferences = read();

function read(): Preferences {
  const stored = localStorage.getItem(themeKey);
  const prefersDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  const theme: ThemeMode = stored === 'dark' || stored === 'light' ? stored : prefersDark ? 'dark' : 'light';
  return { theme, large: localStorage.getItem(textKey) === 'large' };
}

function apply(): void {
  document.documentElement.dataset.theme = current.theme;
  document.documentElement.dataset.text = current.large ? 'large' : 'normal';
}

/** Called once before the first paint. */
export function applyPreferences(): void {
  apply();
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  localStorage.setItem(themeKey, current.theme);
  localStorage.setItem(textKey, current.large ? 'large' : 'normal');
  apply();
  for (const listener of listeners) listener();
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
