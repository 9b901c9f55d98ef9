import { ConfigProvider, type MappingAlgorithm, theme } from 'antd';
import type { ReactNode } from 'react';
import { ComponentTheme } from '../../theme/ComponentTheme.tsx';
import { usePreferences } from '../../theme/preferences.ts';
import { palettes } from '../../theme/tokens.ts';

/** The library darkens colours for its dark theme; ours are chosen for it already and keep their contrast. */
const brandDark: MappingAlgorithm = (seed, map) => {
  const derived = theme.darkAlgorithm(seed, map);
  const { colorPrimary, colorError, colorWarning, colorSuccess, colorInfo, colorLink } = seed;
  return { ...derived, colorPrimary, colorError, colorWarning, colorSuccess, colorInfo, colorLink };
};

/** The brand as the desk's components wear it. */
export function DeskTheme({ children }: { children: ReactNode }) {
  const { theme: mode } = usePreferences();
  const { sheet, edge, hairline, jadeWash } = palettes[mode];
  return (
    <ComponentTheme>
      <ConfigProvider
        button={{ autoInsertSpace: false }}
        theme={{
          algorithm: mode === 'dark' ? brandDark : theme.defaultAlgorithm,
          token: {
            colorBgContainer: sheet,
            colorBgElevated: sheet,
            colorBorder: edge,
            colorBorderSecondary: hairline,
            controlItemBgActive: jadeWash,
          },
        }}
      >
        {children}
      </ConfigProvider>
    </ComponentTheme>
  );
}
