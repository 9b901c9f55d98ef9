import { formatUnitCode } from '@hengchan/standards';
import { Link } from 'react-router';
import type { UnitSummary } from '../../api/types.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { unitPagePath } from '../paths.ts';
import { restrictionWords } from './right-words.ts';

export const unitColumns: DenseColumn<UnitSummary>[] = [
  {
    key: 'location',
    title: '坐落与不动产单元',
    width: '26%',
    render: (unit) => (
      <>
        <Link to={unitPagePath(unit.code)}>{unit.location}</Link>
        <small className="is-nowrap">{formatUnitCode(unit.code)}</small>
      </>
    ),
  },
  {
    key: 'right',
    title: '权利类型',
    width: '17%',
    wideOnly: true,
    render: (unit) => (
      <>
        {unit.rightTitle ?? '—'}
        <small>{unit.kindTitle}</small>
      </>
    ),
  },
  { key: 'holders', title: '权利人', render: (unit) => unit.holders.join('、') || '—' },
  { key: 'certificate', title: '证书号', wideOnly: true, render: (unit) => unit.certificate ?? '—' },
  { key: 'use', title: '用途', width: 110, render: (unit) => unit.useTitle },
  { key: 'area', title: '面积（㎡）', width: 100, align: 'right', render: (unit) => unit.area },
  {
    key: 'restrictions',
    title: '限制',
    width: 150,
    render: (unit) => {
      const words = restrictionWords(unit);
      return words.length === 0 ? (
        <StatusTag kind="neutral">无</StatusTag>
      ) : (
        <StatusTag kind={unit.closed ? 'neutral' : 'blocked'}>{words.join('、')}</StatusTag>
      );
    },
  },
];
