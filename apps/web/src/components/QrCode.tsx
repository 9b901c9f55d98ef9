import { create } from 'qrcode';

const margin = 2;

/** A QR code drawn as one path: sharp at any size and in print. Always dark on white, or scanners give up. */
export function QrCode({ text, title }: { text: string; title: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const path = Array.from({ length: size * size }, (_, index) => index)
    .filter((index) => modules.data[index])
    .map((index) => `M${(index % size) + margin} ${Math.floor(index / size) + margin}h1v1h-1z`)
    .join('');
  const edge = size + margin * 2;
  return (
    <svg className="qr-code" viewBox={`0 0 ${edge} ${edge}`} role="img" aria-label={title}>
      <title>{title}</title>
      <rect width={edge} height={edge} fill="#fff" />
      <path d={path} fill="#1C2B2A" shapeRendering="crispEdges" />
    </svg>
  );
}
