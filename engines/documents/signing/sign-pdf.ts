import { errors } from '../errors.ts';
import type { DocumentSigner } from './signer.ts';

export interface SigningOptions {
  /** Why it was signed. ASCII only, as it stands in the file; Chinese belongs on the page. */
  reason: string;
  /** Moment written beside the signature. */
  time: Date;
}

/** Room for a signature with a chain of certificates, in bytes. */
const SIGNATURE_BYTES = 16_384;
/** Room for the four numbers of the range, filled in once they are known. */
const RANGE = `[${' '.repeat(60)}]`;
const PRINTABLE = /^[\x20-\x7e]*$/;

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
  const original = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  const update = signatureUpdate(original, [
    '/Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached',
    `/ByteRange ${RANGE}`,
    `/Contents <${'0'.repeat(SIGNATURE_BYTES * 2)}>`,
    `/Reason ${quoted(reason)} /Name ${quoted(signer.label)} /Location (CN) /M (D:${digits(time)}Z)`,
  ]);
  const file = Buffer.concat([original, Buffer.from(update, 'latin1')]);
  const start = file.indexOf('/Contents <', original.length) + '/Contents '.length;
  const end = start + SIGNATURE_BYTES * 2 + '<>'.length;
  file.write(`[0 ${start} ${end} ${file.length - end}`, file.indexOf(RANGE, original.length), 'latin1');
  const covered = Buffer.concat([file.subarray(0, start), file.subarray(end)]);
  const signature = await signer.sign(covered, time);
  if (signature.length > SIGNATURE_BYTES) throw errors.SIGNATURE_FAILED();
  file.write(Buffer.from(signature).toString('hex'), start + 1, 'latin1');
  return new Uint8Array(file.buffer, file.byteOffset, file.length);
}

/**
 * What stands behind a file as typst writes it (one cross-reference table, dictionaries in clear) to give it a
 * signature field: ISO 32000-1, 7.5.6 and 12.8. The trailer is repeated, because PDF/A asks for the file identifier in each.
 */
function signatureUpdate(pdf: Buffer, signature: readonly string[]): string {
  const trailer = pdf.toString('latin1', pdf.lastIndexOf('trailer'));
  const table = Number(/startxref\s+(\d+)/.exec(trailer)?.[1]);
  const entries = pdf.indexOf('0000000000 65535 f', table);
  const size = Number(/\/Size (\d+)/.exec(trailer)?.[1]);

  function dictionaryOf(object: number): string {
    const entry = entries + 20 * object;
    const at = Number(pdf.toString('latin1', entry, entry + 10));
    const text = pdf.toString('latin1', at, pdf.indexOf('endobj', at));
    if (!text.startsWith(`${object} 0 obj`)) throw errors.SIGNATURE_FAILED();
    return text.slice(text.indexOf('<<') + 2, text.lastIndexOf('>>'));
  }

  const [place, field, form] = [size, size + 1, size + 2];
  const root = reference(trailer, 'Root');
  let page = reference(dictionaryOf(root), 'Pages');
  while (/\/Type\s*\/Pages/.test(dictionaryOf(page))) page = reference(dictionaryOf(page), 'Kids');
  const own = dictionaryOf(page);
  const changed: [number, string][] = [
    [
      page,
      own.includes('/Annots')
        ? own.replace(/\/Annots\s*\[/, `$&${field} 0 R `)
        : `${own}/Annots [${field} 0 R]`,
    ],
    [root, `${dictionaryOf(root)}/AcroForm ${form} 0 R`],
    [place, signature.join('\n')],
    [
      field,
      `/Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /V ${place} 0 R /Rect [0 0 0 0] /F 4 /P ${page} 0 R`,
    ],
    [form, `/SigFlags 3 /Fields [${field} 0 R]`],
  ];

  let update = '\n';
  let index = 'xref\n0 1\n0000000000 65535 f \n';
  for (const [object, dictionary] of changed.sort(([one], [other]) => one - other)) {
    index += `${object} 1\n${String(pdf.length + update.length).padStart(10, '0')} 00000 n \n`;
    update += `${object} 0 obj\n<<\n${dictionary}\n>>\nendobj\n`;
  }
  const last = trailer.slice(0, trailer.lastIndexOf('>>')).replace(/\/Size \d+/, `/Size ${form + 1}`);
  return `${update}${index}${last}/Prev ${table}\n>>\nstartxref\n${pdf.length + update.length}\n%%EOF\n`;
}

/** The first object a key points at. */
function reference(dictionary: string, key: string): number {
  return Number(new RegExp(`/${key}\\s*\\[?\\s*(\\d+) 0 R`).exec(dictionary)?.[1]);
}

const quoted = (text: string): string => `(${text.replace(/[\\()]/g, '\\$&')})`;
const digits = (time: Date): string => time.toISOString().replace(/\D/g, '').slice(0, 14);
