import { StatusTag } from '../../components/StatusTag.tsx';

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

/** Side by side, so that a registrar sees at once which thing differs (REG-AUD-07). */
export function Comparison({ items }: { items: readonly Compared[] }) {
  return (
    <table className="desk-comparison">
      <thead>
        <tr>
          <th scope="col">事项</th>
          <th scope="col">原证书</th>
          <th scope="col">登记簿</th>
          <th scope="col">比对</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ what, given, registered, agrees }) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{given}</td>
            <td>{registered}</td>
            <td>
              <StatusTag kind={agrees ? 'done' : 'blocked'}>{agrees ? '一致' : '不一致'}</StatusTag>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
