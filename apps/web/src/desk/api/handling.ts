import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../../api/client.ts';

export interface HandlingParameters {
  deemedAcceptanceDays?: number | undefined;
  supplements?: number | undefined;
  digitalYuan?: boolean | undefined;
  notices?: Record<string, { days: number; unit: 'working' | 'calendar' }> | undefined;
}

export interface HandlingAnswer {
  /** By office; `*` holds where an office sets nothing. */
  offices: Record<string, HandlingParameters>;
  defaults: HandlingParameters;
}

export function useHandling() {
  return useQuery({
    queryKey: ['handling'],
    queryFn: ({ signal }) => get<HandlingAnswer>('/api/handling-parameters', undefined, signal),
  });
}

export function useChangeHandling() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ office, parameters }: { office: string; parameters: HandlingParameters }) =>
      send(`/api/handling-parameters/${encodeURIComponent(office)}`, { method: 'PUT', body: parameters }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['handling'] }),
  });
}
