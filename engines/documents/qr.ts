import qrcode from 'qrcode';

/** Modules of white the standard (ISO/IEC 18004) asks for on every side. */
const QUIET_ZONE = 4;

/**
 * A QR code as one SVG path, so that it prints without seams between modules. Level M survives the creases
 * of a folded sheet. Throws when the text is too long for a code.
 */
export function qrSvg(text: string): string {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  const size = modules.size + QUIET_ZONE * 2;
  const runs: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      const start = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column += 1;
      const width = column - start + 1;
      runs.push(`M${start + QUIET_ZONE} ${row + QUIET_ZONE}h${width}v1h-${width}z`);
    }
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}">` +
    `<path fill="#FFFFFF" d="M0 0h${size}v${size}H0z"/><path fill="#1C2B2A" d="${runs.join('')}"/></svg>`
  );
}
