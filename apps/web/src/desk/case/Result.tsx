import { Link } from 'react-router';
import type { CaseView } from '../../api/types.ts';
import { moment } from '../components/moments.ts';
import { certificatePagePath } from '../paths.ts';

/** What the case left behind: entries of the register and certificates. */
export function Result({ result }: { result: NonNullable<CaseView['result']> }) {
  return (
    <ul className="desk-plain-list">
      {result.entries.map((entry) => (
        <li key={entry.number}>
          登簿第 <span className="desk-number">{entry.number}</span> 号：{entry.title}
          <small className="desk-secondary">{moment(entry.at)}</small>
        </li>
      ))}
      {result.certificates.map((certificate) => (
        <li key={certificate.number}>
          <Link to={certificatePagePath(certificate.number)}>{certificate.number}</Link>
          <small className="desk-secondary">{certificate.holders.join('、')}</small>
        </li>
      ))}
    </ul>
  );
}
