import { plainAddPlaceholder } from '@signpdf/placeholder-plain';
import { Signer, SignPdf } from '@signpdf/signpdf';
import { errors } from '../errors.ts';
import type { DocumentSigner } from './signer.ts';

export interface SigningOptions {
  /** Why it was signed. ASCII only: the placeholder garbles anything else; Chinese belongs on the page. */
  reason: string;
  /** Moment written beside the signature. */
  time: Date;
}

/** Room for a signature with a chain of certificates, in bytes. */
const SIGNATURE_BYTES = 16_384;
const PRINTABLE = /^[\x20-\x7e]*$/;

/** Lets the library find the bytes to sign and hands them to our signer. */
class Delegate extends Signer {
  readonly #signer: DocumentSigner;
  readonly #time: Date;

  constructor(signer: DocumentSigner, time: Date) {
    super();
    this.#signer = signer;
    this.#time = time;
  }

  override async sign(content: Buffer): Promise<Buffer> {
    return Buffer.from(await this.#signer.sign(content, this.#time));
  }
}

/**
 * Adds an invisible signature over the whole file as an incremental update; the pages and the PDF/A claim
 * stay as they are. Refuses with SIGNATURE_REASON_NOT_ASCII or SIGNATURE_FAILED.
 */
export async function signPdf(
  pdf: Uint8Array,
  signer: DocumentSigner,
  { reason, time }: SigningOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!PRINTABLE.test(reason) || !PRINTABLE.test(signer.label)) throw errors.SIGNATURE_REASON_NOT_ASCII();
  const original = Buffer.from(pdf);
  const withPlace = plainAddPlaceholder({
    pdfBuffer: original,
    reason,
    name: signer.label,
    contactInfo: '',
    location: 'CN',
    signingTime: time,
    signatureLength: SIGNATURE_BYTES,
  });
  const ready = mendTrailer(withPlace, original);
  return new Uint8Array(await new SignPdf().sign(ready, new Delegate(signer, time), time));
}

/**
 * The library's update forgets the file identifier PDF/A asks for in every trailer and points its startxref
 * one byte early. Both stand at the end of the file and are put right before anything is signed.
 */
function mendTrailer(updated: Buffer, original: Buffer): Buffer {
  const identifier = /\/ID\s*\[[^\]]*\]/.exec(lastTrailer(original))?.[0] ?? '';
  const start = updated.lastIndexOf('trailer');
  const tail = updated.subarray(start).toString('latin1');
  const position = Number(/startxref\s+(\d+)/.exec(tail)?.[1]);
  const xref = updated.indexOf('xref', position);
  const mended = tail.replace(/>>\s*startxref\s+\d+/, `${identifier}\n>>\nstartxref\n${xref}`);
  return Buffer.concat([updated.subarray(0, start), Buffer.from(mended, 'latin1')]);
}

function lastTrailer(pdf: Buffer): string {
  return pdf.subarray(pdf.lastIndexOf('trailer')).toString('latin1');
}
