import { Link } from 'react-router';
import type { UnitView } from '../../api/types.ts';
import { day } from '../components/moments.ts';
import { unitPagePath } from '../paths.ts';

type Related = UnitView['lineage']['successors'];

/** 该不动产单元已因分割注销，后继单元：… with the way to each. */
export function ClosedNote({ unit }: { unit: UnitView }) {
  if (!unit.closed) return null;
  return (
    <div className="desk-sheet-closed" role="note">
      <strong>该不动产单元已因{unit.closed.howTitle}注销</strong>
      <span>
        {day(unit.closed.at)}，第 {unit.closed.entry} 号登簿，{unit.closed.reason}
      </span>
      {unit.lineage.successors.length > 0 && (
        <>
          <span>后继单元：</span>
          <RelatedUnits units={unit.lineage.successors} />
        </>
      )}
    </div>
  );
}

/** Units before or after this one, as links to their pages. */
export function RelatedUnits({ units }: { units: Related }) {
  return (
    <ul className="desk-related">
      {units.map((unit) => (
        <li key={unit.code}>
          <Link to={unitPagePath(unit.code)}>{unit.formatted}</Link>
          {unit.location && <span> {unit.location}</span>}
          {unit.closed && <span>（已注销）</span>}
        </li>
      ))}
    </ul>
  );
}
