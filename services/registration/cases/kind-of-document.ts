import type { FileKindCode } from '@hengchan/platform';

const kinds: Readonly<Record<string, FileKindCode>> = {
  application: 'application',
  'approval-report': 'report',
  'public-notice': 'announcement',
  'payment-notice': 'payment',
  'payment-receipt': 'payment',
};

/** Which kind of file a document of a case is: certificates stand under their numbers, what else the platform writes are letters. */
export const kindOfDocument = (code: string): FileKindCode =>
  kinds[code] ?? (/\p{Script=Han}/u.test(code) ? 'certificate' : 'letter');
