/**
 * The one place colours, type and space are written down. The CSS variables of both themes and the
 * theme of the component library are made from it. Every text colour keeps 4.5:1 on paper and sheet.
 */
export const palettes = {
  light: {
    ink: '#1C2B2A',
    paper: '#F7F5F0',
    sheet: '#FFFFFF',
    /** What can be acted on. */
    jade: '#1F6B5A',
    jadeStrong: '#17523F',
    jadeWash: '#E6F0EC',
    onJade: '#FFFFFF',
    /** The seal, final acts and what blocks, nothing else. */
    vermilion: '#B5342B',
    vermilionStrong: '#93261F',
    vermilionWash: '#FAEBE8',
    onVermilion: '#FFFFFF',
    seal: '#B5342B',
    /** What waits. The mark has the brand's amber; words need the darker one to stay legible. */
    amber: '#A86A12',
    amberText: '#8A560B',
    amberWash: '#FBF2E1',
    /** What is secondary. */
    slate: '#5B6B73',
    slateWash: '#EDEFEE',
    hairline: '#DEDACF',
    /** Edges of fields: 3:1 against paper. */
    edge: '#7D8A8C',
    focus: '#0B57D0',
    shade: 'rgb(28 43 42 / 0.5)',
  },
  dark: {
    ink: '#E9E6DE',
    paper: '#121918',
    sheet: '#1B2423',
    jade: '#7CC9B4',
    jadeStrong: '#A0DDCC',
    jadeWash: '#1E3630',
    onJade: '#0C1F1A',
    vermilion: '#F08D80',
    vermilionStrong: '#F6ADA3',
    vermilionWash: '#3B211E',
    onVermilion: '#2A0B08',
    seal: '#B5342B',
    amber: '#E0AC57',
    amberText: '#E6B768',
    amberWash: '#352A17',
    slate: '#A3B1B6',
    slateWash: '#273130',
    hairline: '#37423F',
    edge: '#7F8F8C',
    focus: '#8AB4F8',
    shade: 'rgb(0 0 0 / 0.65)',
  },
} as const;

export type ThemeMode = keyof typeof palettes;

export const fonts = {
  sans: '"PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "Hiragino Sans GB", system-ui, sans-serif',
  serif: '"Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif',
  mono: '"SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Consolas, monospace',
} as const;

export const sizes = {
  /** Portal body; the desk uses the dense one. */
  body: 16,
  dense: 14,
  large: 20,
  target: 44,
  largeTarget: 60,
  radius: 4,
} as const;

/** `jadeStrong` → `--jade-strong`. */
function variableName(token: string): string {
  return `--${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function block(selector: string, values: Record<string, string>): string {
  const lines = Object.entries(values).map(([name, value]) => `  ${variableName(name)}: ${value};`);
  return `${selector} {\n${lines.join('\n')}\n}\n`;
}

/** The variables of both themes and both text sizes; the dark one applies by `data-theme` on the root. */
export function tokensCss(): string {
  const shared = {
    sans: fonts.sans,
    serif: fonts.serif,
    mono: fonts.mono,
    body: `${sizes.body}px`,
    target: `${sizes.target}px`,
    radius: `${sizes.radius}px`,
  };
  return [
    block(':root', { ...shared, ...palettes.light, colorScheme: 'light' }).replace(
      '--color-scheme',
      'color-scheme',
    ),
    block(':root[data-theme="dark"]', { ...palettes.dark, colorScheme: 'dark' }).replace(
      '--color-scheme',
      'color-scheme',
    ),
    block(':root[data-text="large"]', { body: `${sizes.large}px`, target: `${sizes.largeTarget}px` }),
  ].join('');
}
