import { Link } from 'react-router';
import type { RightView } from '../../api/types.ts';
import { day } from '../components/moments.ts';
import { certificatePagePath } from '../paths.ts';
import { orderWord } from './right-words.ts';

/** One right as the sheet shows it: name, holders with their parts, content, and since which entry. */
export function RightBlock({ right, restriction = false }: { right: RightView; restriction?: boolean }) {
  const order = orderWord(right);
  return (
    <div className={restriction ? 'desk-right is-restriction' : 'desk-right'}>
      <h3>
        {right.title}
        {order && <span>{order}</span>}
      </h3>
      {right.holders.length > 0 && (
        <table>
          <caption className="visually-hidden">{right.title}的权利人</caption>
          <thead>
            <tr>
              <th scope="col">
                {right.kind === 'mortgage' ? '抵押权人' : right.kind === 'seizure' ? '机关' : '权利人'}
              </th>
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
        {right.items.filter(notSaidAbove).map((item) => (
          <div key={item.label}>
            <dt>{item.label}</dt>
            <dd>{item.value}</dd>
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

const saidAbove = [
  '权利人',
  '抵押权人',
  '共有情况',
  '抵押顺位',
  '轮候顺位',
  '不动产权证号',
  '不动产登记证明号',
];

/** Holders, order and number have a place of their own on the sheet. */
const notSaidAbove = (item: { label: string }): boolean => !saidAbove.includes(item.label);
