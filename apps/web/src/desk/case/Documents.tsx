import type { CaseView } from '../../api/types.ts';
import { MarkButton } from '../components/MarkButton.tsx';
import { MarkTag } from '../components/MarkTag.tsx';
import { shortMoment } from '../components/moments.ts';

/** Papers the case has brought forth so far, each in a window of its own. */
export function Documents({ caseNo, documents }: Pick<CaseView, 'caseNo' | 'documents'>) {
  if (documents.length === 0) return <p className="desk-secondary">还没有生成文书。</p>;
  return (
    <ul className="desk-plain-list">
      {documents.map((item) => (
        <li key={`${item.code} ${item.at}`}>
          <a href={item.url} target="_blank" rel="noreferrer">
            {item.title}
          </a>
          <MarkTag mark={item.mark} />
          {item.code !== 'public-notice' && (
            <MarkButton shelf="document" file={`${caseNo}/${item.code}`} name={item.title} mark={item.mark} />
          )}
          <small className="desk-secondary">{shortMoment(item.at, new Date())}</small>
        </li>
      ))}
    </ul>
  );
}
