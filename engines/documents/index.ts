/**
 * Legal documents: data in, PDF/A out; and their signatures. Knows how a sheet looks and nothing of when it
 * is due.
 */
export { createDocuments, type Documents, type RenderedDocument, type RenderOptions } from './documents.ts';
export { qrSvg } from './qr.ts';
export { demonstrationSigner } from './signing/demonstration-signer.ts';
export { keySigner, type SigningKey } from './signing/key-signer.ts';
export type { DocumentSigner } from './signing/signer.ts';
export { defineTemplate, type Seal, type Template } from './template.ts';
export type { AcceptanceNoticeData } from './templates/acceptance-notice.ts';
export type { ApplicationData } from './templates/application.ts';
export type { ApprovalReportData } from './templates/approval-report.ts';
export type { CertificateData } from './templates/certificate.ts';
export type { Citation, Holder, Labelled, Office } from './templates/common.ts';
export type { CourtReceiptData } from './templates/court-receipt.ts';
export { type DocumentCode, type DocumentData, standardTemplates } from './templates/index.ts';
export type { ObjectionReplyData } from './templates/objection-reply.ts';
export type { PaymentNoticeData, PaymentReceiptData } from './templates/payment.ts';
export type { Plan } from './templates/plan.ts';
export type { PublicNoticeData } from './templates/public-notice.ts';
export type { RefusalNoticeData } from './templates/refusal-notice.ts';
export type { RegisterSheetData } from './templates/register-sheet.ts';
export type { RegistrationProofData } from './templates/registration-proof.ts';
export type { RejectionNoticeData } from './templates/rejection-notice.ts';
export { type Remedy, usualRemedy } from './templates/remedy.ts';
export type { SupplementNoticeData } from './templates/supplement-notice.ts';
