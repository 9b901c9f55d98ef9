import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../../api/client.ts';
import { useIdempotency } from '../../api/idempotency.ts';

export interface DeskCertificate {
  number: string;
  kind: string;
  status: string;
  kindTitle: string;
  statusTitle: string;
  office: string;
  holders: string[];
  unitCode: string;
  location: string;
  caseNo: string;
  entryNumber: number;
  issuedAt: string;
  voidedAt?: string;
  documentReady: boolean;
  prints: { serial: string; printedAt: string; printedBy: string }[];
}

const certificatePath = (number: string): string => `/api/certificates/${encodeURIComponent(number)}`;

export const certificateDocument = (number: string): string => `${certificatePath(number)}/document`;

export function useDeskCertificate(number: string) {
  return useQuery({
    queryKey: ['certificates', 'desk', number],
    queryFn: ({ signal }) => get<DeskCertificate>(certificatePath(number), undefined, signal),
  });
}

/** Registers the blank sheet a certificate was printed on. */
export function useRegisterPrint(number: string) {
  const client = useQueryClient();
  const once = useIdempotency();
  return useMutation({
    mutationFn: (body: { serial: string }) =>
      once(body, (key) => send(`${certificatePath(number)}/prints`, { method: 'POST', body, key })),
    onSettled: () => client.invalidateQueries({ queryKey: ['certificates'] }),
  });
}
