import type { StatusKind } from '../../components/StatusTag.tsx';
import { type Outcome, outcomeOf, outcomeWords } from '../findings/opinion.ts';
import type { ParameterWordsView, ProposalView } from './api.ts';

export const momentWords: Readonly<Record<string, string>> = {
  accept: '受理',
  review: '审核',
  entry: '登簿',
};

export const proposalStates: Record<ProposalView['state'], { kind: StatusKind; word: string }> = {
  waiting: { kind: 'waiting', word: '待决定' },
  approved: { kind: 'done', word: '已批准' },
  refused: { kind: 'blocked', word: '不批准' },
  withdrawn: { kind: 'neutral', word: '已撤回' },
};

const outcomeKinds: Record<Outcome, StatusKind> = {
  block: 'blocked',
  person: 'waiting',
  warn: 'waiting',
  pass: 'done',
};

/** The word and mark of an outcome; no outcome at all means that the rule was not asked. */
export function outcomeTag(outcome: string | undefined): { kind: StatusKind; word: string } {
  if (outcome === undefined) return { kind: 'neutral', word: '未校验' };
  const known = outcomeOf({ outcome });
  return { kind: outcomeKinds[known], word: outcomeWords[known] };
}

/** What a parameter is called, by its name. */
export type Words = Readonly<Record<string, ParameterWordsView>>;

/** `查封期限上限：36个月，须全体抵押权人参加：否` as one line; a dash for none. */
export function parameterText(parameters: Readonly<Record<string, unknown>>, words: Words): string {
  const lines = Object.entries(parameters).map(
    ([name, value]) => `${words[name]?.title ?? name}：${valueText(value, words[name])}`,
  );
  return lines.join('，') || '—';
}

/** A value as people read it, with its unit. */
export function valueText(value: unknown, words: ParameterWordsView | undefined): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  // Where there are choices a rule leaves them to each business that uses it.
  if (value === '') return words?.choices ? '由各业务指定' : '不限';
  return `${words?.choices?.[String(value)] ?? String(value)}${words?.unit ?? ''}`;
}

/** What was typed, as the kind of value the rule has now. Undefined when it is none of that kind. */
export function readParameter(
  standard: string | number | boolean,
  typed: string,
): string | number | boolean | undefined {
  const text = typed.trim();
  if (typeof standard === 'string') return text;
  if (typeof standard === 'number')
    return text === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
  if (['是', 'true'].includes(text)) return true;
  return ['否', 'false'].includes(text) ? false : undefined;
}
