import type { Template } from '../template.ts';
import { type AcceptanceNoticeData, acceptanceNotice } from './acceptance-notice.ts';
import { type ApplicationData, application } from './application.ts';
import { type ApprovalReportData, approvalReport } from './approval-report.ts';
import { type CertificateData, certificate } from './certificate.ts';
import { type CourtReceiptData, courtReceipt } from './court-receipt.ts';
import { type ObjectionReplyData, objectionReply } from './objection-reply.ts';
import { type PaymentNoticeData, type PaymentReceiptData, paymentNotice, paymentReceipt } from './payment.ts';
import { type PublicNoticeData, publicNotice } from './public-notice.ts';
import { type RectificationNoticeData, rectificationNotice } from './rectification-notice.ts';
import { type RefusalNoticeData, refusalNotice } from './refusal-notice.ts';
import { type RegisterSheetData, registerSheet } from './register-sheet.ts';
import { type RegistrationProofData, registrationProof } from './registration-proof.ts';
import { type RejectionNoticeData, rejectionNotice } from './rejection-notice.ts';
import { type SupplementNoticeData, supplementNotice } from './supplement-notice.ts';

/** What each standard document needs to know, by template code. */
export interface DocumentData {
  application: ApplicationData;
  'acceptance-notice': AcceptanceNoticeData;
  'supplement-notice': SupplementNoticeData;
  'rejection-notice': RejectionNoticeData;
  'refusal-notice': RefusalNoticeData;
  'approval-report': ApprovalReportData;
  certificate: CertificateData;
  'registration-proof': RegistrationProofData;
  'register-sheet': RegisterSheetData;
  'payment-notice': PaymentNoticeData;
  'payment-receipt': PaymentReceiptData;
  'court-receipt': CourtReceiptData;
  'public-notice': PublicNoticeData;
  'objection-reply': ObjectionReplyData;
  'rectification-notice': RectificationNoticeData;
}

export type DocumentCode = keyof DocumentData;

const byCode = {
  application,
  'acceptance-notice': acceptanceNotice,
  'supplement-notice': supplementNotice,
  'rejection-notice': rejectionNotice,
  'refusal-notice': refusalNotice,
  'approval-report': approvalReport,
  certificate,
  'registration-proof': registrationProof,
  'register-sheet': registerSheet,
  'payment-notice': paymentNotice,
  'payment-receipt': paymentReceipt,
  'court-receipt': courtReceipt,
  'public-notice': publicNotice,
  'objection-reply': objectionReply,
  'rectification-notice': rectificationNotice,
};

export const standardTemplates: readonly Template[] = Object.values(byCode);
