import { Link } from 'react-router';
import type { RightView } from '../../api/types.ts';
import { day } from '../components/moments.ts';
import { certificatePagePath, unitPagePath } from '../paths.ts';
import { holderWord, orderWord } from './right-words.ts';

interface RightBlockProps {
  right: RightView;
  restriction?: boolean;
  /** Not in force any more: when and why it ended. */
  ended?: string;
}

/** One right as the sheet shows it: name, holders with their parts, content, and since which entry. */
export function RightBlock({ right, restriction = false, ended }: RightBlockProps) {
  const order = ended ? undefined : orderWord(right);
  const names = ['desk-right', restriction && !ended && 'is-restriction', ended && 'is-ended'];
  return (
    <div className={names.filter(Boolean).join(' ')}>
      <h3>
        {right.title}
        {order && <span>{order}</span>}
        {ended && <span>{ended}</span>}
      </h3>
      {right.holders.length > 0 && (
        <table>
          <caption className="visually-hidden">{right.title}的权利人</caption>
          <thead>
            <tr>
              <th scope="col">{holderWord(right.kind)}</th>
              <th scope="col">证件</th>
              <th scope="col">共有情况</th>
            </tr>
          </thead>
          <tbody>
            {right.holders.map((holder) => (
              <tr key={`${holder.name} ${holder.idNumber}`}>
                <td>{holder.name}</td>
                <td>
                  {holder.idTypeName} {holder.idNumber}
                </td>
                <td>
                  {right.coOwnershipTitle}
                  {holder.share && ` ${holder.share.numerator}/${holder.share.denominator}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <dl className="desk-right-items">
        {right.items
          .filter((item) => !isSaidAbove(item, right))
          .map((item) => (
            <div key={item.label}>
              <dt>{item.label}</dt>
              <dd>{item.value}</dd>
            </div>
          ))}
        {right.otherSide?.map((page) => (
          <div key={page.code}>
            <dt>{page.title}簿页</dt>
            <dd>
              <Link to={unitPagePath(page.code)}>{page.formatted}</Link>
            </dd>
          </div>
        ))}
        {right.certificate && (
          <div>
            <dt>{restriction ? '证明号' : '证书号'}</dt>
            <dd>
              <Link to={certificatePagePath(right.certificate)}>{right.certificate}</Link>
            </dd>
          </div>
        )}
        <div>
          <dt>登记</dt>
          <dd>
            {day(right.registeredAt)}，第 {right.registeredEntry} 号
          </dd>
        </div>
      </dl>
    </div>
  );
}

const saidAbove = ['权利人', '共有情况', '抵押顺位', '轮候顺位', '不动产权证号', '不动产登记证明号'];

/** Holders, order, number and the other side of an easement have a place of their own on the sheet. */
function isSaidAbove(item: { label: string }, right: RightView): boolean {
  if (saidAbove.includes(item.label)) return true;
  if (right.otherSide?.some((page) => page.title === item.label)) return true;
  return (
    right.holders.length > 0 &&
    [holderWord(right.kind), '申请人'].includes(item.label) &&
    right.kind !== 'seizure'
  );
}
