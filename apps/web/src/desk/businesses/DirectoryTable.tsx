import { Link } from 'react-router';
import type { DirectoryLine, DirectoryList } from '../api/directory.ts';
import { channelWord } from '../cases/case-columns.tsx';
import { deskRoot } from '../paths.ts';
import { averageWord, percent, placeWord } from './directory-rows.ts';

interface DirectoryTableProps {
  lists: readonly DirectoryList[];
  /** Over how many days actual times are. */
  days: number;
}

/** Definitions under their entrance and group, promises beside what cases took. */
export function DirectoryTable({ lists, days }: DirectoryTableProps) {
  return (
    <table className="desk-table desk-directory">
      <caption className="visually-hidden">业务目录</caption>
      <thead>
        <tr>
          <th scope="col">序号</th>
          <th scope="col">业务</th>
          <th scope="col">渠道</th>
          <th scope="col" className="is-right">
            版本
          </th>
          <th scope="col" className="is-right">
            环节
          </th>
          <th scope="col" className="is-right">
            必交材料
          </th>
          <th scope="col" className="is-right">
            承诺／法定
          </th>
          <th scope="col" className="is-right">
            压缩
          </th>
          <th scope="col" className="is-right">
            近 {days} 日件数
          </th>
          <th scope="col" className="is-right">
            实际平均
          </th>
        </tr>
      </thead>
      {lists.map((list) => [
        <tbody key={list.list}>
          <tr className="is-list">
            <th scope="rowgroup" colSpan={10}>
              {list.title}
              <small>
                {list.expected > 0 ? `${list.offered}／${list.expected} 项` : `${list.offered} 项`}
              </small>
            </th>
          </tr>
        </tbody>,
        ...list.groups.map(({ group, items }) => (
          <tbody key={`${list.list} ${group}`}>
            <tr className="is-group">
              <th scope="rowgroup" colSpan={10}>
                {group} {items.length}
              </th>
            </tr>
            {items.map((line) => (
              <Line key={line.code} line={line} />
            ))}
          </tbody>
        )),
      ])}
    </table>
  );
}

function Line({ line }: { line: DirectoryLine }) {
  return (
    <tr>
      <td className="is-nowrap">{placeWord(line) || '—'}</td>
      <td>
        <Link to={`${deskRoot}/businesses/${line.code}`}>{line.name}</Link>
      </td>
      <td className="is-nowrap">{line.channels.map(channelWord).join('、')}</td>
      <td className="is-right">
        {line.version}
        {line.earlier && <small>原承诺 {line.earlier.promisedDays} 日</small>}
      </td>
      <td className="is-right">{line.stepCount}</td>
      <td className="is-right">{line.materialCount}</td>
      <td className="is-right is-nowrap">
        {line.promisedDays}／{line.statutoryDays} 日
      </td>
      <td className="is-right">{percent(line.shortened)}</td>
      <td className="is-right">{line.actual?.opened ?? '—'}</td>
      <td className="is-right is-nowrap">
        {averageWord(line)}
        {line.actual?.averageDays !== undefined && ' 日'}
        {line.actual && line.actual.overdue > 0 && <small>超期 {line.actual.overdue} 件</small>}
      </td>
    </tr>
  );
}
