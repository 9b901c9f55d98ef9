import { Button } from 'antd';
import { saveText } from '../../list/csv.ts';
import type { Filters } from '../../list/filters.ts';
import { useList } from '../../list/use-list.ts';
import type { Directory } from '../api/directory.ts';
import { useDirectory } from '../api/directory.ts';
import { PageHead } from '../components/Panel.tsx';
import { Awaited, Nothing } from '../components/states.tsx';
import { FilterBar } from '../list/FilterBar.tsx';
import { DirectoryTable } from './DirectoryTable.tsx';
import { directoryCsv, filterDirectory, groupsOf } from './directory-rows.ts';
import './directory.css';

/** 业务目录: every definition in force by entrance and group, against the table of the province. */
export default function DirectoryPage() {
  const directory = useDirectory();
  return (
    <Awaited page query={directory} what="业务目录" lines={12}>
      {(data) => <Listed directory={data} />}
    </Awaited>
  );
}

function Listed({ directory }: { directory: Directory }) {
  const list = useList({
    list: { kind: 'own', label: '入口' },
    q: { kind: 'search', label: '查找业务', hint: '业务名称或序号，如 PER-07' },
    group: {
      kind: 'choice',
      label: '大类',
      options: groupsOf(directory).map((group) => ({ value: group, title: group })),
    },
  } satisfies Filters);
  const lists = filterDirectory(directory, list.values);
  const more = directory.lists.find((each) => each.expected === 0)?.offered ?? 0;
  return (
    <>
      <PageHead
        title="业务目录"
        note={`省定 ${directory.expected} 项，已上线 ${directory.offered} 项；平台增设 ${more} 项。在办件按受理时的版本办完`}
        actions={
          <Button onClick={() => saveText('业务目录.csv', directoryCsv(lists), 'text/csv')}>导出表格</Button>
        }
      />
      <ul className="desk-lists" aria-label="入口">
        {directory.lists.map((each) => (
          <li key={each.list}>
            <button
              type="button"
              aria-pressed={list.values.list === each.list}
              onClick={() => list.set({ list: list.values.list === each.list ? '' : each.list })}
            >
              <span>{each.title}</span>
              <strong>
                {each.offered}
                {each.expected > 0 && <small>／{each.expected}</small>}
              </strong>
            </button>
          </li>
        ))}
      </ul>
      <FilterBar label="筛选业务" list={list} />
      <div className="desk-list" aria-live="polite">
        {lists.length === 0 ? (
          <Nothing title="没有符合条件的业务" hint="换一个名称，或清除入口和大类的条件。" />
        ) : (
          <DirectoryTable lists={lists} days={directory.actualDays} />
        )}
      </div>
    </>
  );
}
