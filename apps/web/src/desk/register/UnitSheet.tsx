import { formatUnitCode } from '@hengchan/standards';
import { Link } from 'react-router';
import type { UnitView } from '../../api/types.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { moment } from '../components/moments.ts';
import { Pairs } from '../components/Pairs.tsx';
import { casePagePath } from '../paths.ts';
import { ClosedNote } from './LineageNotes.tsx';
import { OtherMatters } from './OtherMatters.tsx';
import { ParcelDrawing } from './ParcelDrawing.tsx';
import { RightBlock } from './RightBlock.tsx';
import { inForce, inOrder } from './right-words.ts';

interface UnitSheetProps {
  unit: UnitView;
  /** Read at an earlier moment, not now. */
  historical: boolean;
  /** Still the earlier answer while another moment is being read. */
  stale: boolean;
}

/** One unit of the register in the four parts the law names (暂行条例 8), and what is under way. */
export function UnitSheet({ unit, historical, stale }: UnitSheetProps) {
  // Read at an earlier moment, a right that has ended since was in force then.
  const rights = historical ? unit.rights : unit.rights.filter((right) => right.current);
  const restrictions = historical ? inOrder(unit.restrictions) : inForce(unit.restrictions);
  return (
    <article className={unit.flags.closed ? 'desk-sheet is-closed' : 'desk-sheet'} aria-busy={stale}>
      <header>
        <div>
          <h1>不动产登记簿</h1>
          <p>
            {unit.location}
            <span className="desk-sheet-kind">{unit.kindTitle}</span>
          </p>
        </div>
        <p className="desk-sheet-code">
          <span>不动产单元号</span>
          <strong>{formatUnitCode(unit.code)}</strong>
          <span>截至 {moment(unit.asOf)}</span>
        </p>
      </header>
      {historical && <p className="desk-sheet-past">以下是历史记载，不是现在的登记状况。</p>}
      <ClosedNote unit={unit} />
      <section aria-labelledby="sheet-nature">
        <h2 id="sheet-nature">自然状况</h2>
        <div className="desk-sheet-nature">
          <Pairs double pairs={unit.items} />
          <ParcelDrawing geometry={unit.geometry} name={unit.location} />
        </div>
      </section>
      <section aria-labelledby="sheet-rights">
        <h2 id="sheet-rights">权属状况</h2>
        {rights.length === 0 ? (
          <p className="desk-secondary">
            {unit.flags.closed ? '本页已注销，没有现势权利。' : '此时没有登记的权利。'}
          </p>
        ) : (
          rights.map((right) => <RightBlock key={right.id} right={right} />)
        )}
      </section>
      <section
        aria-labelledby="sheet-restrictions"
        className={restrictions.length > 0 ? 'is-restricted' : undefined}
      >
        <h2 id="sheet-restrictions">权利限制及提示</h2>
        {restrictions.length === 0 ? (
          <p>
            <StatusTag kind="done">没有查封、抵押、预告、异议、居住权等记载</StatusTag>
          </p>
        ) : (
          restrictions.map((right) => <RightBlock key={right.id} right={right} restriction />)
        )}
        {unit.lapsed.map((right) => (
          <RightBlock key={right.id} right={right} ended="期限已满，待登簿注销" />
        ))}
      </section>
      <section aria-labelledby="sheet-others">
        <h2 id="sheet-others">其他</h2>
        <OtherMatters unit={unit} historical={historical} />
      </section>
      {!historical && (
        <section aria-labelledby="sheet-pending" className="no-print">
          <h2 id="sheet-pending">在办</h2>
          {unit.pendingCases.length === 0 ? (
            <p className="desk-secondary">没有正在办理的登记。</p>
          ) : (
            <ul className="desk-sheet-pending">
              {unit.pendingCases.map((item) => (
                <li key={item.caseNo}>
                  <Link to={casePagePath(item.caseNo)}>{item.business}</Link> {item.statusTitle}，
                  {moment(item.openedAt)}发起，{item.caseNo}
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </article>
  );
}
