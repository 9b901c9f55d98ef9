import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../../api/client.ts';
import type { Citation } from '../../api/types.ts';

export type ParameterValue = string | number | boolean;

export interface RuleSetting {
  office: string;
  business: string;
  enabled: boolean;
  parameters?: Record<string, ParameterValue>;
  reason?: string;
}

export interface RuleView {
  code: string;
  version: number;
  title: string;
  outcome: string;
  citation: Citation;
  /** What the article says. */
  text: string;
  message: string;
  parameters: Record<string, unknown>;
  businesses: { code: string; name: string }[];
  settings: RuleSetting[];
}

export function useRules() {
  return useQuery({
    queryKey: ['rules'],
    queryFn: ({ signal }) => get<{ items: RuleView[] }>('/api/rules', undefined, signal),
    select: (answer) => answer.items,
  });
}

/** Switches a rule for a business at an office. The reason stays with it. */
export function useSetRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ code, ...body }: RuleSetting & { code: string; reason: string }) =>
      send(`/api/rules/${encodeURIComponent(code)}/settings`, { method: 'PUT', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['rules'] }),
  });
}
