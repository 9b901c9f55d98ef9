import type { StatusKind } from '../../components/StatusTag.tsx';

export const conclusions = ['automatic', 'pass', 'person', 'block'] as const;
export type Conclusion = (typeof conclusions)[number];

export const conclusionWords: Record<Conclusion, { kind: StatusKind; word: string }> = {
  automatic: { kind: 'done', word: '智能办结' },
  pass: { kind: 'done', word: '通过' },
  person: { kind: 'waiting', word: '转人工' },
  block: { kind: 'blocked', word: '不通过' },
};

/** The mark of a conclusion; one the page does not know is never shown as passed. */
export function conclusionOf(code: string): { kind: StatusKind; word: string } {
  return conclusionWords[code as Conclusion] ?? { kind: 'neutral', word: code };
}

export const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
