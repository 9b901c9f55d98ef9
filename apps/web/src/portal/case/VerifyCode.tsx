import { QrCode } from '../../components/QrCode.tsx';
import styles from './case.module.css';

/** The QR code that opens the verification page of a certificate on any phone. */
export function VerifyCode({ number }: { number: string }) {
  const address = `${window.location.origin}/verify?number=${encodeURIComponent(number)}`;
  return (
    <figure className={styles.code}>
      <QrCode text={address} title="查验这本证书的二维码" />
      <figcaption>扫码查验</figcaption>
    </figure>
  );
}
