import type { CaseView } from '../../api/types.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { idTypeWord } from '../components/id-types.ts';
import { shortMoment } from '../components/moments.ts';
import { type DenseColumn, DenseTable } from '../list/DenseTable.tsx';

/** Who is in the case, with what number and what part, and whether they have confirmed. */
export function Parties({ parties }: { parties: CaseView['parties'] }) {
  if (parties.length === 0) return <p className="desk-secondary">本件没有当事人。</p>;
  return (
    <DenseTable caption="当事人" columns={columns} rows={parties} rowKey={({ ordinal }) => String(ordinal)} />
  );
}

const columns: DenseColumn<CaseView['parties'][number]>[] = [
  { key: 'role', title: '身份', render: (party) => party.roleTitle },
  { key: 'name', title: '姓名或名称', render: (party) => party.name },
  {
    key: 'id',
    title: '证件',
    render: (party) => (
      <>
        {party.idNumber}
        <small>{idTypeWord(party.idType)}</small>
      </>
    ),
  },
  {
    key: 'share',
    title: '份额',
    render: ({ share }) => (share ? `${share.numerator}/${share.denominator}` : '—'),
  },
  {
    key: 'confirmed',
    title: '确认',
    render: (party) =>
      !party.confirms ? (
        <span className="desk-secondary">无须确认</span>
      ) : party.confirmedAt ? (
        <StatusTag kind="done">{shortMoment(party.confirmedAt, new Date())}</StatusTag>
      ) : (
        <StatusTag kind="waiting">未确认</StatusTag>
      ),
  },
];
