import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AutomaticListView,
  ParameterWordsView,
  ProposalView,
  ReplayView,
  RuleUseView,
  RuleView,
  StudyCaseView,
  StudyView,
} from '../../../../../services/registration/rule-schema.ts';
import { get, send } from '../../api/client.ts';
import type { Page } from '../../api/types.ts';

export type { ParameterWordsView, ProposalView, RuleUseView, RuleView, StudyCaseView, StudyView };
export type ParameterValue = string | number | boolean;

/** Under this name in place of a rule's: whether a business may be decided without a person. */
export const automaticDecision = 'AUTOMATIC_DECISION';

export function useRules() {
  return useQuery({
    queryKey: ['rules'],
    queryFn: ({ signal }) => get<Page<RuleView>>('/api/rules', undefined, signal),
    select: (answer) => answer.items,
  });
}

export interface ProposalQuery {
  rule?: string;
  state?: string;
  cursor?: string;
  limit?: number;
}

/** Proposals newest first, read again by itself: a colleague may decide meanwhile. */
export function useProposals(query: ProposalQuery) {
  return useQuery({
    queryKey: ['rules', 'proposals', query],
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
    queryFn: ({ signal }) => get<Page<ProposalView>>('/api/rule-proposals', { ...query }, signal),
  });
}

export interface NewProposal {
  rule: string;
  business: string;
  office: string;
  enabled: boolean;
  parameters: Record<string, ParameterValue>;
  effectiveOn?: string;
  reason: string;
}

/** What follows a change of settings is read anew. */
function useChange<Input>(change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['rules'] }),
        client.invalidateQueries({ queryKey: ['automatic-businesses'] }),
      ]),
  });
}

/** Proposes a setting of a rule, or a place on the list of businesses decided without a person. */
export const usePropose = () =>
  useChange(({ rule, business, parameters, ...body }: NewProposal) =>
    rule === automaticDecision
      ? send(`/api/automatic-businesses/${encodeURIComponent(business)}/proposals`, { method: 'POST', body })
      : send(`/api/rules/${encodeURIComponent(rule)}/proposals`, {
          method: 'POST',
          body: { ...body, business, parameters },
        }),
  );

export const useDecide = () =>
  useChange(({ id, ...body }: { id: string; approve: boolean; note: string }) =>
    send(`/api/rule-proposals/${id}/decision`, { method: 'POST', body }),
  );

export const useWithdraw = () =>
  useChange((id: string) => send(`/api/rule-proposals/${id}/withdrawal`, { method: 'POST' }));

export function useAutomaticBusinesses() {
  return useQuery({
    queryKey: ['automatic-businesses'],
    queryFn: ({ signal }) => get<AutomaticListView>('/api/automatic-businesses', undefined, signal),
    select: (answer) => answer.items,
  });
}

export interface WhatIfQuestion {
  rule: string;
  business: string;
  office: string;
  enabled: boolean;
  parameters: Record<string, ParameterValue>;
  from: string;
  to: string;
}

export const useAskWhatIf = () =>
  useMutation({
    mutationFn: (body: WhatIfQuestion) => send<StudyView>('/api/rules/what-if', { method: 'POST', body }),
  });

const ended = ['done', 'failed'];

/** A study with its progress, asked again until it ended. */
export function useStudy(id: string | undefined) {
  return useQuery<StudyView>({
    queryKey: ['studies', id],
    enabled: id !== undefined,
    refetchInterval: (query) => (ended.includes(query.state.data?.state ?? '') ? false : 1_000),
    queryFn: ({ signal }) => get<StudyView>(`/api/rules/what-if/${id}`, undefined, signal),
  });
}

export function useStudyCases(id: string, cursor: string | undefined, done: boolean) {
  return useQuery({
    queryKey: ['studies', id, 'cases', cursor, done],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<Page<StudyCaseView>>(`/api/rules/what-if/${id}/cases`, { cursor }, signal),
  });
}

export function useRuleUses(code: string, cursor: string | undefined) {
  return useQuery({
    queryKey: ['rules', code, 'uses', cursor],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      get<Page<RuleUseView>>(`/api/rules/${encodeURIComponent(code)}/uses`, { cursor }, signal),
  });
}

/** Asked only when somebody wants it: the look is recorded. */
export const useReplay = () =>
  useMutation({
    mutationFn: (caseNo: string) => get<ReplayView>(`/api/cases/${encodeURIComponent(caseNo)}/replay`),
  });
