import { ConfigProvider, theme } from 'antd';
import chinese from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { usePreferences } from './preferences.ts';
import { componentTheme } from './theme.ts';

/** Wraps screens that use the component library. Only the desk does, so the portal stays light. */
export function ComponentTheme({ children }: { children: ReactNode }) {
  const { theme: mode, large } = usePreferences();
  const configuration = componentTheme(
    mode,
    large,
    window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  );
  const algorithm = mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm;
  return (
    <ConfigProvider locale={chinese} theme={{ ...configuration, algorithm }}>
      {children}
    </ConfigProvider>
  );
}
