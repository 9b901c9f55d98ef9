import { Button, Select } from 'antd';
import { useNavigate } from 'react-router';
import { useBusinesses } from '../../api/businesses.ts';
import { useCases } from '../../api/cases.ts';
import { PageHead } from '../components/Panel.tsx';
import { Awaited, Nothing } from '../components/states.tsx';
import { DenseTable } from '../list/DenseTable.tsx';
import { KeepRows } from '../list/KeepRows.tsx';
import { KeyHints } from '../list/KeyHints.tsx';
import { Pager } from '../list/Pager.tsx';
import { SearchField } from '../list/SearchField.tsx';
import { useListKeys } from '../list/use-list-keys.ts';
import { useUrlFilters } from '../list/use-url-filters.ts';
import { casePagePath } from '../paths.ts';
import { caseColumns, caseCsv } from './case-columns.tsx';
import { phases } from './phases.ts';

const filterNames = ['q', 'status', 'business'] as const;

/** 办件查询: any case of the office, by number, unit, place or party. */
export default function CasesPage() {
  const filters = useUrlFilters(filterNames);
  const { q, status, business } = filters.values;
  const navigate = useNavigate();
  const businesses = useBusinesses();
  const cases = useCases({
    q,
    status,
    business,
    limit: 50,
    ...(filters.cursor && { cursor: filters.cursor }),
  });
  const rows = cases.data?.items ?? [];
  const open = (index: number) => {
    const item = rows[index];
    if (item) void navigate(casePagePath(item.caseNo));
  };
  const { selected } = useListKeys({ count: rows.length, onOpen: open, searchId: 'case-search' });

  return (
    <>
      <PageHead
        title="办件查询"
        note={cases.data?.total !== undefined ? `符合条件的共 ${cases.data.total} 件` : undefined}
        actions={<KeepRows title="办件查询" columns={caseCsv} rows={rows} />}
      />
      <search className="desk-filters" aria-label="查询办件">
        <SearchField
          id="case-search"
          label="查询办件"
          placeholder="受理编号、单元代码、坐落、当事人"
          value={q}
          onSearch={(value) => filters.set({ q: value })}
          width={340}
        />
        <Select
          aria-label="状态"
          allowClear
          placeholder="状态"
          style={{ width: 140 }}
          value={status || null}
          onChange={(value) => filters.set({ status: value ?? '' })}
          options={[...phases]}
        />
        <Select
          aria-label="登记业务"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="登记业务"
          style={{ width: 220 }}
          value={business || null}
          onChange={(value) => filters.set({ business: value ?? '' })}
          options={(businesses.data ?? []).map((item) => ({ value: item.code, label: item.name }))}
        />
        {filters.active && (
          <Button type="link" onClick={filters.clear}>
            清除条件
          </Button>
        )}
      </search>
      <div className="desk-list">
        <Awaited query={cases} what="办件" lines={10}>
          {(page) =>
            page.items.length === 0 ? (
              <Nothing
                title={filters.active ? '没有符合条件的办件' : '还没有办件'}
                hint={
                  filters.active ? '请核对编号或姓名，也可以少填一个条件。' : '受理第一件后会出现在这里。'
                }
              />
            ) : (
              <>
                <DenseTable
                  caption="办件列表"
                  columns={caseColumns}
                  rows={page.items}
                  rowKey={(item) => item.caseNo}
                  selected={selected}
                  onOpen={open}
                />
                <Pager
                  shown={page.items.length}
                  total={page.total}
                  cursor={filters.cursor}
                  nextCursor={page.nextCursor}
                  onGo={filters.goTo}
                />
              </>
            )
          }
        </Awaited>
      </div>
      <KeyHints
        hints={[
          ['j', '下一件'],
          ['k', '上一件'],
          ['Enter', '打开'],
          ['/', '查询'],
        ]}
      />
    </>
  );
}
