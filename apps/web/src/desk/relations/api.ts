import { useMutation, useQuery } from '@tanstack/react-query';
import type { Relations } from '../../../../../services/registration/review-schema.ts';
import { get } from '../../api/client.ts';

export type { Relations };

const relationsApi = (code: string) => `/api/register/units/${encodeURIComponent(code)}/relations`;

export function useRelations(code: string) {
  return useQuery({
    queryKey: ['units', code, 'relations'],
    queryFn: ({ signal }) => get<Relations>(relationsApi(code), undefined, signal),
  });
}

/** What else a holder holds. A search by person: asked only on command, with its purpose. */
export const useExpandHolder = (code: string) =>
  useMutation({
    mutationFn: (query: { holder: string; purpose: string }) =>
      get<Relations>(`${relationsApi(code)}/holder`, query),
  });
