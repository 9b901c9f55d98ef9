import { application } from './samples/application.ts';
import { approvalReport } from './samples/approval-report.ts';
import { certificate, registrationProof } from './samples/certificates.ts';
import { courtReceipt } from './samples/court-receipt.ts';
import {
  acceptanceNotice,
  rectificationNotice,
  refusalNotice,
  rejectionNotice,
  supplementNotice,
} from './samples/notices.ts';
import { paymentNotice, paymentReceipt } from './samples/payments.ts';
import { objectionReply, publicNotice } from './samples/public-notices.ts';
import { registerSheet } from './samples/register-sheet.ts';
import type { DocumentData } from './templates/index.ts';

/**
 * Invented data for every standard template, by code, for tests and for looking at. Nobody in it exists;
 * identity numbers carry birth years 1901 to 1909.
 */
export const samples: DocumentData = {
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
