import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { type BusinessSummary, useBusinesses } from '../../api/businesses.ts';
import { useWorkList } from '../api/tasks.ts';
import { PageHead, Panel } from '../components/Panel.tsx';
import { Awaited, Nothing } from '../components/states.tsx';
import { DenseTable } from '../list/DenseTable.tsx';
import { useListKeys } from '../list/use-list-keys.ts';
import { acceptancePath, casePagePath } from '../paths.ts';
import { useRoleTitles } from '../use-role-titles.ts';
import { inOrderOfDelivery, isSeizureBusiness } from './delivery.ts';
import { seizureColumns } from './seizure-columns.tsx';

/** 协助执行: what courts and other authorities asked, strictly in the order it was delivered, and new deliveries at the counter. */
export default function SeizuresPage() {
  const navigate = useNavigate();
  const businesses = useBusinesses();
  const tasks = useWorkList({ limit: 100 });
  const { titleOf } = useRoleTitles();
  const offered = (businesses.data ?? []).filter(isSeizureBusiness);
  const rows = inOrderOfDelivery(tasks.data?.items ?? []);
  const open = (index: number) => {
    const task = rows[index];
    if (task) void navigate(casePagePath(task.caseNo));
  };
  const { selected } = useListKeys({ count: rows.length, onOpen: open });
  return (
    <>
      <PageHead title="协助执行" note="按登记机构收到的时间先后依次办理；同一不动产的，后到的查封轮候" />
      <div className="desk-stack">
        <Panel title="线下送达，窗口录入">
          <Awaited query={businesses} what="登记业务" lines={2}>
            {() =>
              offered.length === 0 ? (
                <p className="desk-secondary" style={{ margin: 0 }}>
                  没有启用查封类登记业务。
                </p>
              ) : (
                <div className="desk-row">
                  {offered.map((business: BusinessSummary) => (
                    <Button key={business.code} onClick={() => navigate(acceptancePath(business.code))}>
                      {business.name}
                    </Button>
                  ))}
                  <span className="desk-secondary">录入时写明送达时间，与线上送达排入同一队列。</span>
                </div>
              )
            }
          </Awaited>
        </Panel>
        <div className="desk-list is-alone">
          <Awaited query={tasks} what="协助执行件" lines={8}>
            {() =>
              rows.length === 0 ? (
                <Nothing
                  title="没有待办的协助执行件"
                  hint="法院经网络查控送达的会自动进入这里；线下送达的请在上面录入。"
                />
              ) : (
                <DenseTable
                  caption="协助执行件，按送达时间先后"
                  columns={seizureColumns(titleOf, rows)}
                  rows={rows}
                  rowKey={({ id }) => id}
                  selected={selected}
                  onOpen={open}
                />
              )
            }
          </Awaited>
        </div>
      </div>
    </>
  );
}
