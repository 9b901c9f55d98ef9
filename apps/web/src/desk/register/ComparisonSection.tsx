import type { UnitComparison } from '../../api/types.ts';

type Item = UnitComparison['facts'][number];

interface Group {
  key: string;
  /** A right has a line of its own above what it says. */
  title?: string;
  change?: string;
  items: readonly Item[];
}

const words: Record<string, string> = { added: '新增', removed: '终止', changed: '变更', same: '未变' };
const itemWords: Record<string, string> = { ...words, removed: '去掉' };

/** One part of the register at two moments: only what differs, unless all is wanted. */
export function ComparisonSection({
  title,
  groups,
  all,
}: {
  title: string;
  groups: readonly Group[];
  all: boolean;
}) {
  const shown = groups
    .map((group) => ({ ...group, items: group.items.filter((item) => all || item.change !== 'same') }))
    .filter((group) => group.items.length > 0 || (all && group.title !== undefined));
  return (
    <tbody>
      <tr className="is-section">
        <th scope="rowgroup" colSpan={4}>
          {title}
        </th>
      </tr>
      {shown.length === 0 && (
        <tr>
          <td colSpan={4} className="desk-secondary">
            {groups.every((group) => group.items.length === 0) ? '两个时点都没有记载。' : '没有变化。'}
          </td>
        </tr>
      )}
      {shown.map((group) => [
        group.title !== undefined && (
          <tr key={group.key} className={`is-right-head is-${group.change}`}>
            <th scope="row" colSpan={3}>
              {group.title}
            </th>
            <td>{words[group.change ?? 'same']}</td>
          </tr>
        ),
        ...group.items.map((item) => (
          <tr key={`${group.key} ${item.label}`} className={`is-${item.change}`}>
            <td>{item.label}</td>
            <td data-title="前一时点">{item.from ?? '—'}</td>
            <td data-title="后一时点">{item.to ?? '—'}</td>
            <td data-title="变化">{group.change === item.change ? '' : itemWords[item.change]}</td>
          </tr>
        )),
      ])}
    </tbody>
  );
}
