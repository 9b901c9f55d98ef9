import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  HeldMortgage,
  RowResult,
  Summary,
} from '../../../../services/registration/institution-schema.ts';
import { get, getText, send, upload } from './client.ts';
import { useIdempotency } from './idempotency.ts';
import type { Page, UnitSummary } from './types.ts';

export type { HeldMortgage, RowResult };

export interface HeldQuery {
  office: string;
  q?: string;
  cursor?: string;
  unsold?: boolean;
}

export interface Agent {
  account: string;
  login: string;
  name: string;
  businesses: string[];
  grantedAt: string;
  expiresAt?: string;
  withdrawnAt?: string;
  isYou: boolean;
}

const root = '/api/institution';
const limit = 20;

export function useInstitution() {
  return useQuery({
    queryKey: ['cases', 'list', 'institution'],
    queryFn: ({ signal }) => get<Summary>(root, undefined, signal),
  });
}

export function useHeldMortgages(query: HeldQuery) {
  return useQuery({
    queryKey: ['institution', 'mortgages', query],
    enabled: query.office !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<Page<HeldMortgage>>(`${root}/mortgages`, { ...query, limit }, signal),
  });
}

export function useHeldUnits(query: HeldQuery) {
  return useQuery({
    queryKey: ['institution', 'units', query],
    enabled: query.office !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<Page<UnitSummary>>(`${root}/units`, { ...query, limit }, signal),
  });
}

export function useAgents() {
  return useQuery({
    queryKey: ['institution', 'agents'],
    queryFn: ({ signal }) => get<{ items: Agent[] }>(`${root}/agents`, undefined, signal),
    select: (answer) => answer.items,
  });
}

export function useWithdrawAgent() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (account: string) =>
      send(`${root}/agents/${encodeURIComponent(account)}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['institution', 'agents'] }),
  });
}

export interface Rows {
  business: string;
  office: string;
  rows: { unit: string; columns?: Record<string, string> }[];
}

/** One case for each row; the answer says what became of every one. */
export function useOpenRows() {
  const once = useIdempotency();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Rows) =>
      once(input, (key) =>
        send<{ items: RowResult[] }>(`${root}/rows`, { method: 'POST', body: input, key }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['cases', 'list'] }),
  });
}

const tablePath = (business: string) => `${root}/tables/${encodeURIComponent(business)}`;

export const templatePath = (business: string): string => `${tablePath(business)}?format=csv`;

export interface Column {
  title: string;
  required: boolean;
  hint: string;
  example: string;
}

export function useColumns(business: string) {
  return useQuery({
    queryKey: ['institution', 'columns', business],
    enabled: business !== '',
    queryFn: ({ signal }) => get<{ items: Column[] }>(tablePath(business), undefined, signal),
    select: (answer) => answer.items,
  });
}

export function useUploadTable() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ business, office, file }: { business: string; office: string; file: File }) =>
      upload<{ items: RowResult[] }>(tablePath(business), file, { method: 'POST', query: { office } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['cases', 'list'] }),
  });
}

export const casesTable = (query: Record<string, string>): Promise<string> =>
  getText(`${root}/cases.csv?${new URLSearchParams(Object.entries(query).filter(([, value]) => value))}`);
