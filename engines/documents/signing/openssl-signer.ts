import { openssl } from './openssl.ts';
import type { DocumentSigner } from './signer.ts';

export interface KeyFiles {
  /** PEM certificate of the signer. */
  certificate: string;
  /** PEM private key without a passphrase, readable by the server alone. */
  key: string;
  /** PEM certificates up to the authority, sent along with the signature. */
  chain?: string;
}

/**
 * Signs with a key in a file through the openssl command. Its CMS writes the certificate's name as it
 * stands; the JavaScript alternative garbles a Chinese subject and nobody can verify the result.
 */
export function opensslSigner(files: KeyFiles, label = 'Real Estate Registration Office'): DocumentSigner {
  const parameters = ['cms', '-sign', '-binary', '-md', 'sha256', '-outform', 'DER', '-nosmimecap'];
  parameters.push('-signer', files.certificate, '-inkey', files.key);
  if (files.chain !== undefined) parameters.push('-certfile', files.chain);
  return { label, sign: (content) => openssl(parameters, content) };
}
