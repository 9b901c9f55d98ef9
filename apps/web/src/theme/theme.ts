import type { ThemeConfig } from 'antd';
import { fonts, palettes, sizes, type ThemeMode } from './tokens.ts';

/** The brand as a theme of the component library: used by the desk, whose screens are dense. */
export function componentTheme(mode: ThemeMode, large: boolean, still: boolean): ThemeConfig {
  const colours = palettes[mode];
  const fontSize = large ? sizes.large : sizes.dense;
  return {
    token: {
      // Whoever asked their device for less movement gets none.
      motion: !still,
      colorPrimary: colours.jade,
      colorLink: colours.jade,
      colorLinkHover: colours.jadeStrong,
      // The library would lighten what is pointed at or pressed, below the contrast words need.
      colorPrimaryHover: colours.jadeStrong,
      colorPrimaryActive: colours.jadeStrong,
      colorPrimaryTextHover: colours.jadeStrong,
      colorPrimaryTextActive: colours.jadeStrong,
      colorErrorHover: colours.vermilionStrong,
      colorErrorActive: colours.vermilionStrong,
      colorErrorTextHover: colours.vermilionStrong,
      colorErrorTextActive: colours.vermilionStrong,
      colorErrorBorderHover: colours.vermilionStrong,
      // What is being sent is still read.
      opacityLoading: 1,
      colorSuccess: colours.jade,
      colorWarning: colours.amber,
      colorError: colours.vermilion,
      colorInfo: colours.slate,
      colorTextBase: colours.ink,
      colorBgBase: colours.sheet,
      colorBgLayout: colours.paper,
      colorBorder: colours.edge,
      colorBorderSecondary: colours.hairline,
      colorTextPlaceholder: colours.slate,
      colorTextDescription: colours.slate,
      colorTextLightSolid: colours.onJade,
      fontFamily: fonts.sans,
      fontSize,
      controlHeight: large ? sizes.largeTarget : 34,
      borderRadius: sizes.radius,
      wireframe: false,
      motionDurationFast: '0.1s',
      motionDurationMid: '0.15s',
      motionDurationSlow: '0.15s',
    },
    components: {
      Table: { headerBg: colours.slateWash, headerColor: colours.ink, rowHoverBg: colours.jadeWash },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Layout: { bodyBg: colours.paper, headerBg: colours.sheet },
    },
  };
}
