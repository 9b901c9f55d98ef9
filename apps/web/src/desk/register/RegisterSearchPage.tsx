import { useEffect, useState } from 'react';
import { useList } from '../../list/use-list.ts';
import { useDeskUnits } from '../api/register.ts';
import { ListPage } from '../list/ListPage.tsx';
import { unitPagePath } from '../paths.ts';
import { useOwnOffices } from '../use-own-offices.ts';
import { HolderSearch, type HolderWish } from './HolderSearch.tsx';
import { registerFilters } from './register-filters.ts';
import { unitColumns } from './unit-columns.tsx';

/** 登记簿查询: by place, code or certificate for all; by holder only with a reason, which is kept. */
export default function RegisterSearchPage() {
  const offices = useOwnOffices();
  const list = useList(registerFilters(offices));
  const { q, certificate, by, standing, office } = list.values;
  // A person's name and number never stand in the address: addresses are kept by browsers and logs.
  const [holder, setHolder] = useState<HolderWish>();
  const byHolder = by === 'holder';
  useEffect(() => {
    if (!byHolder) setHolder(undefined);
  }, [byHolder]);
  const asked = byHolder ? holder !== undefined : q !== '' || certificate !== '' || standing !== '';
  const { by: _, ...conditions } = list.asked;
  const firstOffice = offices.length > 1 ? offices[0]?.code : undefined;
  const units = useDeskUnits({ ...conditions, ...holder, office: office || firstOffice }, asked);
  return (
    <ListPage
      title="登记簿查询"
      note="每次查询的人、条件和时间都会记入审计日志"
      what="不动产单元"
      list={list}
      beside={byHolder && <HolderSearch onSearch={setHolder} />}
      query={units}
      columns={unitColumns}
      rowKey={(unit) => unit.code}
      to={(unit) => unitPagePath(unit.code)}
      unasked={asked ? undefined : byHolder ? beforeHolder : beforeAll}
      empty={nothing}
      unmatched={nothing}
    />
  );
}

const beforeAll = {
  title: '输入坐落、单元代码或证书号',
  hint: '坐落可以只写一部分，两个字就能查，如“延陵”；也可以只选登记状态，如“被查封”。',
};
const beforeHolder = {
  title: '填写权利人证件号码和查询事由',
  hint: '以权利人查询涉及个人信息，须写明事由；事由随查询一并留存，可供审计。',
};
const nothing = {
  title: '登记簿里没有符合条件的不动产',
  hint: '请核对代码、证书号或证件号码后再查；也可能登记在其他机构。',
};
