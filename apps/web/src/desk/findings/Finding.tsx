import type { FindingView } from '../../api/types.ts';
import { type StatusKind, StatusTag } from '../../components/StatusTag.tsx';
import { moment } from '../components/moments.ts';
import { Pairs } from '../components/Pairs.tsx';
import { Citation } from './Citation.tsx';
import { Comparison, comparisonIn } from './Comparison.tsx';
import { factRows } from './fact-rows.ts';
import { type Outcome, outcomeOf, outcomeWords } from './opinion.ts';
import './findings.css';

const kinds: Record<Outcome, StatusKind> = {
  block: 'blocked',
  person: 'waiting',
  warn: 'waiting',
  pass: 'done',
};

/** A ground with its law where it has one; those that come with a refusal may lack it. */
type Ground = Omit<FindingView, 'citation'> & { citation?: FindingView['citation'] };

/** One ground of the opinion: verdict, reason, law, and what the rule saw. */
export function Finding({ finding, article }: { finding: Ground; article?: string | undefined }) {
  const outcome = outcomeOf(finding);
  const compared = comparisonIn(finding.facts);
  const facts = compared.length > 0 ? [] : factRows(finding.facts);
  return (
    <li className={`desk-finding is-${outcome}`}>
      <div className="desk-finding-head">
        <strong>{finding.title}</strong>
        <StatusTag kind={kinds[outcome]}>{outcomeWords[outcome]}</StatusTag>
      </div>
      {outcome !== 'pass' && finding.message && <p>{finding.message}</p>}
      {compared.length > 0 && <Comparison items={compared} />}
      <details>
        <summary>{finding.citation ? <Citation citation={finding.citation} /> : '没有引用条文'}</summary>
        {article && <blockquote className="desk-article">{article}</blockquote>}
        {outcome === 'pass' && finding.message && <p>{finding.message}</p>}
        {facts.length > 0 && <Pairs pairs={facts} />}
        {facts.length === 0 && compared.length === 0 && <p className="desk-secondary">没有记录事实。</p>}
        <p className="desk-secondary">
          {finding.code}
          {finding.evaluatedAt && `，${moment(finding.evaluatedAt)}校验`}
        </p>
      </details>
    </li>
  );
}
