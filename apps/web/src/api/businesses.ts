import { useQuery } from '@tanstack/react-query';
import { get } from './client.ts';
import type { Citation, FormSchema } from './types.ts';

export interface BusinessSummary {
  code: string;
  version: number;
  name: string;
  summary: string;
  audience: string;
  entrances: string[];
  channels: string[];
  keywords: string[];
  promisedDays: number;
  statutoryDays: number;
  /** Its list and number in the province's table; a business the platform adds has none. */
  list?: string;
  number?: number;
  /** 首次、变更、转移 … */
  group: string;
  /** What is issued: certificate, proof, both or none. */
  outcome?: string;
}

export interface PartyRole {
  role: string;
  title: string;
  explanation: string;
  minimum: number;
  maximum: number;
  kinds: ('person' | 'organisation')[];
  currentHolder?: boolean;
  takesShares?: boolean;
  confirms?: boolean;
  opens?: boolean;
}

export interface MaterialGuide {
  code: string;
  title: string;
  why: string;
  required: boolean;
  accept: string[];
  /** Asked for only through this channel. */
  when?: { channel?: string; form?: Record<string, unknown>; role?: string };
  /** Kind of the fact that takes its place when a department confirms it. */
  replacedBy?: string;
  citation?: Citation;
}

export interface FactGuide {
  kind: string;
  title: string;
  /** The department asked. */
  source: string;
}

export interface StepGuide {
  id: string;
  title: string;
  kind: string;
  by?: string;
}

export interface RuleGuide {
  code: string;
  title: string;
  moments: string[];
  outcome: string;
  citation: Citation;
  message: string;
}

export interface FeeGuide {
  title: string;
  /** Fen, or words where it depends on the case. */
  amount?: number | string;
  basis?: string;
  citation?: Citation;
}

/** The department a material is fetched from, when nobody has to bring it. */
export function sourceOf(material: MaterialGuide, business: Business): string | undefined {
  return business.facts?.find((fact) => fact.kind === material.replacedBy)?.source;
}

/** What is asked for online: papers of the counter are left out. */
export function onlineMaterials(business: Business): MaterialGuide[] {
  return business.materials.filter(
    (material) => (material.when?.channel ?? 'online') === 'online' && !material.when?.role,
  );
}

/** What a guide lists: papers of the counter only where that is the only way. */
export function guideMaterials(business: Business): MaterialGuide[] {
  const channel = business.channels.includes('online') ? 'online' : 'counter';
  return business.materials.filter(
    ({ when }) => (when?.channel ?? channel) === channel && (channel === 'counter' || !when?.role),
  );
}

export interface Business extends BusinessSummary {
  /** Every version there is, the first first. */
  versions: number[];
  form: FormSchema;
  parties: PartyRole[];
  materials: MaterialGuide[];
  facts?: FactGuide[];
  steps: StepGuide[];
  rules: RuleGuide[];
  limit: { workingDays: number; statutoryWorkingDays: number; citation: Citation };
  fees: FeeGuide[];
  laws: Citation[];
  /** `survey`: described by the cadastral survey and not yet registered; `either`: that or registered. */
  units?: { minimum: number; maximum: number; source?: 'register' | 'survey' | 'either' };
  process: {
    start: string;
    nodes: { id: string; kind: string; title: string }[];
    edges: { from: string; to: string }[];
  };
}

/** What the units are to each other, in their order: an easement burdens the first for the benefit of the others. */
export function unitNames({ parties, units }: Business): string[] {
  const easement = parties.some((role) => role.role === 'servient') && (units?.minimum ?? 1) > 1;
  return easement ? ['供役地', '需役地'] : [];
}

const anHour = 3_600_000;

export function useBusinesses() {
  return useQuery({
    queryKey: ['businesses'],
    staleTime: anHour,
    queryFn: ({ signal }) => get<{ items: BusinessSummary[] }>('/api/businesses', undefined, signal),
    select: (answer) => answer.items,
  });
}

export function useBusiness(code: string | undefined) {
  return useQuery({
    queryKey: ['businesses', code],
    enabled: code !== undefined,
    staleTime: anHour,
    queryFn: ({ signal }) =>
      get<Business>(`/api/businesses/${encodeURIComponent(code ?? '')}`, undefined, signal),
  });
}
