import { useQuery } from '@tanstack/react-query';
import { get, send } from './client.ts';

export interface Verification {
  found: boolean;
  status?: string;
  statusTitle?: string;
  holderMatches?: boolean;
  kind?: string;
  unitCode?: string;
  location?: string;
  registeredAt?: string;
  evidence?: Record<string, unknown>;
}

export const certificateDocumentPath = (number: string): string =>
  `/api/certificates/${encodeURIComponent(number)}/document`;

/** Anybody may ask whether a certificate is what the register says. */
export function useVerification(number: string, holder: string) {
  return useQuery({
    queryKey: ['verification', number, holder],
    enabled: number !== '',
    retry: false,
    queryFn: ({ signal }) =>
      send<Verification>('/api/public/verifications', {
        query: { number, ...(holder && { holder }) },
        anonymous: true,
        signal,
      }),
  });
}

export interface CertificateView {
  number: string;
  kind: string;
  status: string;
  holders: string[];
  [extra: string]: unknown;
}

export function useCertificate(number: string, enabled = true) {
  return useQuery({
    queryKey: ['certificates', number],
    enabled,
    queryFn: ({ signal }) =>
      get<CertificateView>(`/api/certificates/${encodeURIComponent(number)}`, undefined, signal),
  });
}
