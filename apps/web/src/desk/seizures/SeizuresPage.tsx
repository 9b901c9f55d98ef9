import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { useBusinesses } from '../../api/businesses.ts';
import { useAllWork } from '../api/tasks.ts';
import { Panel } from '../components/Panel.tsx';
import { Awaited } from '../components/states.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { acceptancePath, casePagePath } from '../paths.ts';
import { useRoleTitles } from '../use-role-titles.ts';
import { inOrderOfDelivery, isSeizureBusiness } from './delivery.ts';
import { seizureColumns } from './seizure-columns.tsx';

/** 协助执行: what courts and other authorities asked, strictly in the order it was delivered, and new deliveries at the counter. */
export default function SeizuresPage() {
  const tasks = useAllWork();
  const { titleOf } = useRoleTitles();
  return (
    <ListPage
      title="协助执行"
      note="按登记机构收到的时间先后依次办理；同一不动产的，后到的查封轮候"
      what="协助执行件"
      query={tasks}
      arrange={inOrderOfDelivery}
      columns={seizureColumns(titleOf, inOrderOfDelivery(tasks.data ?? []))}
      rowKey={({ id }) => id}
      to={({ caseNo }) => casePagePath(caseNo)}
      empty={{
        title: '没有待办的协助执行件',
        hint: '法院经网络查控送达的会自动进入这里；线下送达的请在上面录入。',
      }}
    >
      <Panel title="线下送达，窗口录入">
        <CounterDelivery />
      </Panel>
    </ListPage>
  );
}

function CounterDelivery() {
  const navigate = useNavigate();
  const businesses = useBusinesses();
  return (
    <Awaited query={businesses} what="登记业务" lines={2}>
      {(all) => {
        const offered = all.filter(isSeizureBusiness);
        if (offered.length === 0) return <p className="desk-secondary">没有启用查封类登记业务。</p>;
        return (
          <div className="desk-row">
            {offered.map(({ code, name }) => (
              <Button key={code} onClick={() => navigate(acceptancePath(code))}>
                {name}
              </Button>
            ))}
            <span className="desk-secondary">录入时写明送达时间，与线上送达排入同一队列。</span>
          </div>
        );
      }}
    </Awaited>
  );
}
