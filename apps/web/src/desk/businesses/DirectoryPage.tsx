import { Button, Select } from 'antd';
import type { Directory } from '../api/directory.ts';
import { useDirectory } from '../api/directory.ts';
import { PageHead } from '../components/Panel.tsx';
import { Awaited, Nothing } from '../components/states.tsx';
import { saveText } from '../list/csv.ts';
import { SearchField } from '../list/SearchField.tsx';
import { useUrlFilters } from '../list/use-url-filters.ts';
import { DirectoryTable } from './DirectoryTable.tsx';
import { directoryCsv, filterDirectory, groupsOf } from './directory-rows.ts';
import './directory.css';

const filterNames = ['list', 'group', 'q'] as const;

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
  const filters = useUrlFilters(filterNames);
  const { list, group, q } = filters.values;
  const lists = filterDirectory(directory, { list, group, q });
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
              aria-pressed={list === each.list}
              onClick={() => filters.set({ list: list === each.list ? '' : each.list })}
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
      <search className="desk-filters" aria-label="筛选业务">
        <SearchField
          id="directory-search"
          label="查找业务"
          placeholder="业务名称或序号，如 PER-07"
          value={q}
          onSearch={(value) => filters.set({ q: value })}
        />
        <Select
          aria-label="大类"
          style={{ width: 120 }}
          value={group}
          options={[
            { value: '', label: '不限大类' },
            ...groupsOf(directory).map((each) => ({ value: each, label: each })),
          ]}
          onChange={(value) => filters.set({ group: value })}
        />
        {filters.active && (
          <Button type="link" onClick={filters.clear}>
            清除条件
          </Button>
        )}
      </search>
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
