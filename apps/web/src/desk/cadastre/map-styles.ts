import type { FeatureLike } from 'ol/Feature.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import { fonts, palettes, type ThemeMode } from '../../theme/tokens.ts';

/** Distance of the hatching, in pixels. */
const spacing = 8;

/** Lines rising or falling to the right, so that what was gained and lost is told apart without its colour. */
function hatching(colour: string, rising: boolean): CanvasPattern | string {
  const canvas = document.createElement('canvas');
  canvas.width = spacing;
  canvas.height = spacing;
  const context = canvas.getContext('2d');
  if (!context) return colour;
  context.strokeStyle = colour;
  context.lineWidth = 1.6;
  context.beginPath();
  // Drawn over the edges too, so that the tiles join.
  for (const shift of [-spacing, 0, spacing]) {
    context.moveTo(shift - 1, rising ? spacing + 1 : -1);
    context.lineTo(shift + spacing + 1, rising ? -1 : spacing + 1);
  }
  context.stroke();
  return context.createPattern(canvas, 'repeat') ?? colour;
}

/** Ground lost, gained and kept: of one district, or of all that differ. What passes from one to another is both lost and gained. */
export function overlayStyle(theme: ThemeMode, district?: string): (feature: FeatureLike) => Style {
  const colours = palettes[theme];
  const styles: Record<string, Style> = {
    lost: new Style({ fill: new Fill({ color: hatching(colours.amber, false) }), zIndex: 1 }),
    gained: new Style({ fill: new Fill({ color: hatching(colours.jade, true) }), zIndex: 2 }),
    kept: new Style({ fill: new Fill({ color: colours.slateWash }), zIndex: 0 }),
  };
  const none = new Style();
  return (feature) => {
    // Of the levels above only the boundaries: their ground would cover that of the subzones.
    const shown =
      district === undefined ? feature.get('level') === '地籍子区' : feature.get('code') === district;
    return (shown && styles[String(feature.get('part'))]) || none;
  };
}

const widths: Record<string, number> = { 行政区: 2.5, 地籍区: 1.75, 地籍子区: 1 };

/** Boundaries of districts, the wider the higher; those before are dashed, those after carry their names. */
export function districtStyle(theme: ThemeMode, which: 'before' | 'after'): (feature: FeatureLike) => Style {
  const { ink, slate, sheet } = palettes[theme];
  return (feature) => {
    const level = String(feature.get('level'));
    const width = widths[level] ?? 1;
    const style = new Style({
      stroke: new Stroke(
        which === 'before' ? { color: slate, width: width + 1, lineDash: [6, 5] } : { color: ink, width },
      ),
    });
    if (which === 'after' && level === '地籍子区')
      style.setText(
        new Text({
          text: `${String(feature.get('name'))}\n${String(feature.get('code')).slice(6)}`,
          font: `13px ${fonts.sans}`,
          fill: new Fill({ color: ink }),
          stroke: new Stroke({ color: sheet, width: 3 }),
          overflow: true,
        }),
      );
    return style;
  };
}

/** What somebody chose in the table. */
export const focusStyle = (theme: ThemeMode): Style =>
  new Style({ stroke: new Stroke({ color: palettes[theme].focus, width: 3 }) });
