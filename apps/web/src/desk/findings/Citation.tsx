import { citationText } from './opinion.ts';
import './findings.css';

interface CitationProps {
  citation: { law: string; article?: string; verified: boolean };
}

/** The law relied on, in full; one whose wording nobody has compared says so. */
export function Citation({ citation }: CitationProps) {
  return (
    <span className="desk-citation">
      {citationText(citation)}
      {!citation.verified && (
        <span className="desk-unverified" title="条文内容尚未与公布文本核对">
          依据未核
        </span>
      )}
    </span>
  );
}
