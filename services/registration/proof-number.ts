import type { Right } from '@hengchan/register';
import { normaliseCertificateNumber } from '@hengchan/standards';

/** Whether a right carries the number a person wrote, with the brackets and blanks of any keyboard; a holder may have a proof of the own. */
export function carriesNumber(right: Right, written: string): boolean {
  const number = normaliseCertificateNumber(written);
  return right.certificate === number || right.holders.some((holder) => holder.certificate === number);
}
