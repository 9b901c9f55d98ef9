import { Link } from 'react-router';
import type { DirectoryLine, DirectoryList } from '../api/directory.ts';
import { channelWord } from '../cases/case-columns.tsx';
import { type DenseColumn, DenseTable } from '../list/DenseTable.tsx';
import { businessPagePath } from '../paths.ts';
import { averageWord, percent, placeWord } from './directory-rows.ts';

interface DirectoryTableProps {
  lists: readonly DirectoryList[];
  /** Over how many days actual times are. */
  days: number;
}

interface Row extends DirectoryLine {
  list: string;
  of: DirectoryList;
  /** How many the group has. */
  count: number;
}

/** Definitions under their entrance and group, promises beside what cases took. */
export function DirectoryTable({ lists, days }: DirectoryTableProps) {
  const rows = lists.flatMap((of) =>
    of.groups.flatMap(({ items }) =>
      items.map((line): Row => ({ ...line, list: of.list, of, count: items.length })),
    ),
  );
  return (
    <DenseTable
      caption="业务目录"
      columns={columnsOf(days)}
      rows={rows}
      rowKey={({ list, code }) => `${list} ${code}`}
      heading={headingOf}
    />
  );
}

function headingOf({ of, group, count }: Row, before: Row | undefined) {
  const newList = of !== before?.of;
  return (
    <>
      {newList && (
        <tr className="desk-directory-list">
          <th scope="rowgroup" colSpan={10}>
            {of.title}
            <small>{of.expected > 0 ? `${of.offered}／${of.expected} 项` : `${of.offered} 项`}</small>
          </th>
        </tr>
      )}
      {(newList || group !== before?.group) && (
        <tr className="desk-directory-group">
          <th scope="rowgroup" colSpan={10}>
            {group} {count}
          </th>
        </tr>
      )}
    </>
  );
}

const number = (key: string, title: string, render: DenseColumn<Row>['render']): DenseColumn<Row> => ({
  key,
  title,
  align: 'right',
  render,
});

const columnsOf = (days: number): DenseColumn<Row>[] => [
  {
    key: 'place',
    title: '序号',
    render: (line) => <span className="is-nowrap">{placeWord(line) || '—'}</span>,
  },
  {
    key: 'name',
    title: '业务',
    render: (line) => <Link to={businessPagePath(line.code)}>{line.name}</Link>,
  },
  { key: 'channels', title: '渠道', render: (line) => line.channels.map(channelWord).join('、') },
  number('version', '版本', (line) => (
    <>
      {line.version}
      {line.earlier && <small>原承诺 {line.earlier.promisedDays} 日</small>}
    </>
  )),
  number('steps', '环节', (line) => line.stepCount),
  number('materials', '必交材料', (line) => line.materialCount),
  number('promised', '承诺／法定', (line) => (
    <span className="is-nowrap">
      {line.promisedDays}／{line.statutoryDays} 日
    </span>
  )),
  number('shortened', '压缩', (line) => percent(line.shortened)),
  number('opened', `近 ${days} 日件数`, (line) => line.actual?.opened ?? '—'),
  number('average', '实际平均', (line) => (
    <>
      {averageWord(line)}
      {line.actual?.averageDays !== undefined && ' 日'}
      {line.actual && line.actual.overdue > 0 && <small>超期 {line.actual.overdue} 件</small>}
    </>
  )),
];
