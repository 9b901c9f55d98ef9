import { formatUnitCode } from '@hengchan/standards';
import { Link } from 'react-router';
import { useUnit } from '../../api/register.ts';
import type { UnitView } from '../../api/types.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { Awaited } from '../components/states.tsx';
import { casePagePath, unitPagePath } from '../paths.ts';
import { holdersText, inForce, orderWord } from './right-words.ts';
import './unit-card.css';

/** What the register says about a unit at this moment, in a few lines: whose it is, and what stands in the way. */
export function UnitCard({ code, caseNo }: { code: string; caseNo?: string }) {
  const unit = useUnit(code);
  return (
    <article className="desk-unit-card" aria-label={`登记簿记载：${code}`}>
      <Awaited query={unit} what="登记簿记载" lines={4}>
        {(view) => <Card unit={view} caseNo={caseNo} />}
      </Awaited>
    </article>
  );
}

function Card({ unit, caseNo }: { unit: UnitView; caseNo: string | undefined }) {
  const restrictions = inForce(unit.restrictions);
  const others = unit.pendingCases.filter((item) => item.caseNo !== caseNo);
  return (
    <>
      <header>
        <Link to={unitPagePath(unit.code)}>{unit.location}</Link>
        <span className="desk-number desk-secondary">{formatUnitCode(unit.code)}</span>
        <span className="desk-secondary">{unit.area} ㎡</span>
      </header>
      {unit.rights
        .filter((right) => right.current)
        .map((right) => (
          <p key={right.id}>
            <strong className="desk-right-name">{right.title}</strong> {holdersText(right.holders)}
            <span className="desk-secondary">
              ，{right.coOwnershipTitle}
              {right.certificate && `，${right.certificate}`}
            </span>
          </p>
        ))}
      {restrictions.length === 0 ? (
        <p>
          <StatusTag kind="done">没有查封、抵押等限制</StatusTag>
        </p>
      ) : (
        <ul className="desk-restrictions">
          {restrictions.map((right) => (
            <li key={right.id}>
              <strong className="desk-right-name">{right.title}</strong>
              {orderWord(right) && <span>（{orderWord(right)}）</span>}
              <small>
                {right.items
                  .filter((item) => !/顺位/.test(item.label))
                  .map((item) => `${item.label} ${item.value}`)
                  .join('，')}
              </small>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <p className="desk-unit-pending">
          <StatusTag kind="waiting">另有在办</StatusTag>
          {others.map((item) => (
            <Link key={item.caseNo} to={casePagePath(item.caseNo)}>
              {item.business}（{item.statusTitle}）
            </Link>
          ))}
        </p>
      )}
    </>
  );
}
