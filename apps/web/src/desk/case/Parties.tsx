import type { CaseView } from '../../api/types.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { idTypeWord } from '../components/id-types.ts';
import { shortMoment } from '../components/moments.ts';

/** Who is in the case, with what number and what part, and whether they have confirmed. */
export function Parties({ parties }: { parties: CaseView['parties'] }) {
  if (parties.length === 0) return <p className="desk-secondary">本件没有当事人。</p>;
  return (
    <table className="desk-table">
      <caption className="visually-hidden">当事人</caption>
      <thead>
        <tr>
          <th scope="col">身份</th>
          <th scope="col">姓名或名称</th>
          <th scope="col">证件</th>
          <th scope="col">份额</th>
          <th scope="col">确认</th>
        </tr>
      </thead>
      <tbody>
        {parties.map((party) => (
          <tr key={party.ordinal}>
            <td>{party.roleTitle}</td>
            <td>{party.name}</td>
            <td>
              {party.idNumber}
              <small>{idTypeWord(party.idType)}</small>
            </td>
            <td>{party.share ? `${party.share.numerator}/${party.share.denominator}` : '—'}</td>
            <td>
              {!party.confirms ? (
                <span className="desk-secondary">无须确认</span>
              ) : party.confirmedAt ? (
                <StatusTag kind="done">{shortMoment(party.confirmedAt, new Date())}</StatusTag>
              ) : (
                <StatusTag kind="waiting">未确认</StatusTag>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
