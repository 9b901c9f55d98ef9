import type { Template } from '../template.ts';
import { type CertificateData, certificate } from './certificate.ts';

/** What each standard document needs to know, by template code. */
export interface DocumentData {
  certificate: CertificateData;
}

export const standardTemplates = [certificate] as unknown as readonly Template[];
