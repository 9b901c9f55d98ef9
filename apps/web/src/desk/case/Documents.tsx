import type { CaseView } from '../../api/types.ts';
import { shortMoment } from '../components/moments.ts';

/** Papers the case has brought forth so far, each in a window of its own. */
export function Documents({ documents }: { documents: CaseView['documents'] }) {
  if (documents.length === 0) return <p className="desk-secondary">还没有生成文书。</p>;
  return (
    <ul className="desk-plain-list">
      {documents.map((item) => (
        <li key={`${item.code} ${item.at}`}>
          <a href={item.url} target="_blank" rel="noreferrer">
            {item.title}
          </a>
          <small className="desk-secondary">{shortMoment(item.at, new Date())}</small>
        </li>
      ))}
    </ul>
  );
}
