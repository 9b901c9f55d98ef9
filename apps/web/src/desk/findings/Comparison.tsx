import { StatusTag } from '../../components/StatusTag.tsx';
import { type DenseColumn, DenseTable } from '../list/DenseTable.tsx';

/** What two sources say of one thing. */
export interface Compared {
  what: string;
  given: string;
  registered: string;
  agrees: boolean;
}

/** The comparison a rule made thing by thing, where it made one. */
export function comparisonIn(facts: unknown): Compared[] {
  const list = (facts as { comparison?: unknown } | null)?.comparison;
  return Array.isArray(list) ? (list as Compared[]) : [];
}

const columns: readonly DenseColumn<Compared>[] = [
  { key: 'what', title: '事项', render: ({ what }) => what },
  { key: 'given', title: '原证书', render: ({ given }) => given },
  { key: 'registered', title: '登记簿', render: ({ registered }) => registered },
  {
    key: 'agrees',
    title: '比对',
    render: ({ agrees }) => (
      <StatusTag kind={agrees ? 'done' : 'blocked'}>{agrees ? '一致' : '不一致'}</StatusTag>
    ),
  },
];

/** Side by side, so that a registrar sees at once which thing differs (REG-AUD-07). */
export function Comparison({ items }: { items: readonly Compared[] }) {
  return <DenseTable caption="原证书与登记簿" columns={columns} rows={items} rowKey={({ what }) => what} />;
}
