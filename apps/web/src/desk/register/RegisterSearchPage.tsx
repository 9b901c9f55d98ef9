import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useDeskUnits } from '../api/register.ts';
import { PageHead } from '../components/Panel.tsx';
import { Awaited, Nothing } from '../components/states.tsx';
import { DenseTable } from '../list/DenseTable.tsx';
import { KeyHints } from '../list/KeyHints.tsx';
import { Pager } from '../list/Pager.tsx';
import { SearchField } from '../list/SearchField.tsx';
import { useListKeys } from '../list/use-list-keys.ts';
import { useUrlFilters } from '../list/use-url-filters.ts';
import { unitPagePath } from '../paths.ts';
import { useOwnOffices } from '../use-own-offices.ts';
import { HolderSearch, type HolderWish } from './HolderSearch.tsx';
import { RegisterFilters } from './RegisterFilters.tsx';
import { unitColumns } from './unit-columns.tsx';

const filterNames = ['q', 'certificate', 'by', 'standing', 'kind', 'office'] as const;

/** 登记簿查询: by place, code or certificate for all; by holder only with a reason, which is kept. */
export default function RegisterSearchPage() {
  const filters = useUrlFilters(filterNames);
  const { q, certificate, by, standing, kind, office } = filters.values;
  // A person's name and number never stand in the address: addresses are kept by browsers and logs.
  const [holder, setHolder] = useState<HolderWish>();
  const offices = useOwnOffices();
  const firstOffice = offices.length > 1 ? offices[0]?.code : undefined;
  const byHolder = by === 'holder';
  const asked = byHolder ? holder !== undefined : q !== '' || certificate !== '' || standing !== '';
  const units = useDeskUnits(
    {
      ...(byHolder ? holder : { q, certificate }),
      standing,
      kind,
      office: office || firstOffice,
      ...(filters.cursor && { cursor: filters.cursor }),
    },
    asked,
  );
  const rows = asked ? (units.data?.items ?? []) : [];
  const navigate = useNavigate();
  const open = (index: number) => {
    const unit = rows[index];
    if (unit) void navigate(unitPagePath(unit.code));
  };
  const { selected } = useListKeys({ count: rows.length, onOpen: open, searchId: 'register-search' });

  return (
    <>
      <PageHead title="登记簿查询" note="每次查询的人、条件和时间都会记入审计日志" />
      <search className="desk-filters" aria-label="查询登记簿">
        <Segmented
          aria-label="查询方式"
          value={by}
          onChange={(value) => {
            setHolder(undefined);
            filters.set({ by: value, q: '', certificate: '' });
          }}
          options={[
            { value: '', label: '按坐落或单元' },
            { value: 'certificate', label: '按证书号' },
            { value: 'holder', label: '按权利人' },
          ]}
        />
        {by === '' && (
          <SearchField
            id="register-search"
            label="坐落或不动产单元代码"
            placeholder="坐落或不动产单元代码"
            value={q}
            onSearch={(value) => filters.set({ q: value })}
            width={420}
          />
        )}
        {by === 'certificate' && (
          <SearchField
            id="register-search"
            label="证书或证明号"
            placeholder="如 苏（2026）常州市不动产权第0000001号"
            value={certificate}
            onSearch={(value) => filters.set({ certificate: value })}
            width={420}
          />
        )}
        {byHolder && <HolderSearch onSearch={setHolder} />}
        <RegisterFilters standing={standing} kind={kind} office={office} onChange={filters.set} />
        {filters.active && (
          <Button type="link" onClick={filters.clear}>
            清除条件
          </Button>
        )}
      </search>
      <div className="desk-list">
        {!asked ? (
          <Nothing
            title={byHolder ? '填写权利人证件号码和查询事由' : '输入坐落、单元代码或证书号'}
            hint={
              byHolder
                ? '以权利人查询涉及个人信息，须写明事由；事由随查询一并留存，可供审计。'
                : '坐落可以只写一部分，两个字就能查，如“延陵”；也可以只选登记状态，如“被查封”。'
            }
          />
        ) : (
          <Awaited query={units} what="登记簿" lines={8}>
            {(page) =>
              page.items.length === 0 ? (
                <Nothing
                  title="登记簿里没有符合条件的不动产"
                  hint="请核对代码、证书号或证件号码后再查；也可能登记在其他机构。"
                />
              ) : (
                <>
                  <DenseTable
                    caption="不动产单元"
                    columns={unitColumns}
                    rows={page.items}
                    rowKey={(unit) => unit.code}
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
        )}
      </div>
      <KeyHints
        hints={[
          ['j', '下一条'],
          ['k', '上一条'],
          ['Enter', '打开登记簿页'],
          ['/', '查询'],
        ]}
      />
    </>
  );
}
