import { create } from 'qrcode';
import styles from './case.module.css';

/** The QR code that opens the verification page of a certificate on any phone. */
export function VerifyCode({ number }: { number: string }) {
  const address = `${window.location.origin}/verify?number=${encodeURIComponent(number)}`;
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const margin = 2;
  const path = Array.from({ length: size * size }, (_, index) => index)
    .filter((index) => modules.data[index])
    .map((index) => `M${(index % size) + margin} ${Math.floor(index / size) + margin}h1v1h-1z`)
    .join('');
  const edge = size + margin * 2;
  return (
    <figure className={styles.code}>
      <svg viewBox={`0 0 ${edge} ${edge}`} role="img" aria-label="查验这本证书的二维码">
        <title>查验二维码</title>
        <rect width={edge} height={edge} fill="#fff" />
        <path d={path} fill="#1C2B2A" shapeRendering="crispEdges" />
      </svg>
      <figcaption>扫码查验</figcaption>
    </figure>
  );
}
