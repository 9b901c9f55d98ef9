import { Link } from 'react-router';
import type { UnitView } from '../../api/types.ts';
import { useCommonParts } from '../api/register.ts';
import { Pairs } from '../components/Pairs.tsx';
import { unitPagePath } from '../paths.ts';
import { RelatedUnits } from './LineageNotes.tsx';

const linkedElsewhere = ['前身单元', '注销情况'];

/** 其他: where the unit came from, common parts of the building owners, remarks. */
export function OtherMatters({ unit, historical }: { unit: UnitView; historical: boolean }) {
  const parts = useCommonParts(unit.code, unit.kind === 'house' && !historical && !unit.flags.closed);
  const pairs = [
    ...(unit.lineage.predecessors.length > 0
      ? [{ label: '沿革：前身单元', value: <RelatedUnits units={unit.lineage.predecessors} /> }]
      : []),
    ...(unit.lineage.successors.length > 0
      ? [{ label: '沿革：后继单元', value: <RelatedUnits units={unit.lineage.successors} /> }]
      : []),
    ...unit.others.filter((item) => !linkedElsewhere.includes(item.label)),
    ...(parts.data && parts.data.length > 0
      ? [
          {
            label: '业主共有部分',
            value: (
              <ul className="desk-related">
                {parts.data.map((part) => (
                  <li key={part.code}>
                    <Link to={unitPagePath(part.code)}>{part.formatted}</Link> {part.location}
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
  ];
  if (pairs.length === 0) return <p className="desk-secondary">没有其他记载。</p>;
  return <Pairs pairs={pairs} />;
}
