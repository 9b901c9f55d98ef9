import { useQuery } from '@tanstack/react-query';
import type { CertificateView, Verification } from '../../../../services/certificates/schema.ts';
import { send } from './client.ts';

export type { CertificateView, Verification };

export const certificateDocumentPath = (number: string): string =>
  `/api/certificates/${encodeURIComponent(number)}/document`;

/** Anybody who knows the number and a holder's name may ask whether a certificate is what the register says. */
export function useVerification(number: string, holder: string) {
  return useQuery({
    queryKey: ['verification', number, holder],
    enabled: number !== '' && holder !== '',
    retry: false,
    queryFn: ({ signal }) =>
      send<Verification>('/api/public/verifications', {
        query: { number, holder },
        anonymous: true,
        signal,
      }),
  });
}
