import type { Citation, ProblemFinding } from '../api/types.ts';
import { type StatusKind, StatusTag } from './StatusTag.tsx';

const outcomes: Record<string, { kind: StatusKind; word: string }> = {
  block: { kind: 'blocked', word: '不予通过' },
  person: { kind: 'waiting', word: '需人工判断' },
  warn: { kind: 'waiting', word: '请注意' },
  pass: { kind: 'done', word: '通过' },
};

/** 《law》article, marked while its text has not been checked against the source. */
export function CitationText({ citation }: { citation: Citation }) {
  const [, title = citation.law, number = ''] = /^(.+?)([（(][^（()）]*号[）)])?$/.exec(citation.law) ?? [];
  const law = title.startsWith('《') ? citation.law : `《${title}》${number}`;
  return (
    <span className="citation">
      {law}
      {citation.article && <span>{citation.article}</span>}
      {!citation.verified && <small>（条文待核对）</small>}
    </span>
  );
}

/** Grounds as a short opinion: what was found, and the law it rests on. */
export function Findings({ findings }: { findings: readonly ProblemFinding[] }) {
  return (
    <ol className="findings">
      {findings.map((finding) => {
        const outcome = outcomes[finding.outcome ?? 'block'] ?? {
          kind: 'neutral' as const,
          word: finding.outcome ?? '',
        };
        return (
          <li key={`${finding.code} ${finding.moment ?? ''} ${finding.message}`}>
            <p className="finding-head">
              <StatusTag kind={outcome.kind}>{outcome.word}</StatusTag>
              {finding.title && <b>{finding.title}</b>}
            </p>
            <p>{finding.message}</p>
            {finding.citation && (
              <p className="finding-law">
                依据：
                <CitationText citation={finding.citation} />
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
