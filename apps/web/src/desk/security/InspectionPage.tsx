import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { StatusTag } from '../../components/StatusTag.tsx';
import { LabelledField } from '../components/LabelledField.tsx';
import { PageHead, Panel } from '../components/Panel.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { DenseTable } from '../list/DenseTable.tsx';
import { useAct } from './api.ts';
import { endOfDay } from './FormDialog.tsx';

const parts: Readonly<Record<string, string>> = {
  controls: '控制点与证据',
  inventory: '软硬件、密码、端口与账号核对',
  roles: '角色与权限',
  grants: '在用授权',
  settings: '安全参数',
  audit: '审计日志',
  approvals: '同意记录',
  issues: '问题单（不含内容）',
  notices: '告警与处置',
  team: '管理技术团队',
  trainings: '培训与规程',
};

interface Package {
  totals: { part: string; included: number; inDatabase: number }[];
  gaps: string[];
  notChosen: string[];
}

/** 检查材料: what an authority asked for in one file, with its totals against the database. Rows SEC-AUD-04, SEC-AUD-05. */
export default function InspectionPage() {
  const [chosen, setChosen] = useState<string[]>(Object.keys(parts));
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [approval, setApproval] = useState('');
  const make = useAct<Package>();
  const submit = () =>
    make.mutate(
      {
        path: 'inspection-packages',
        body: {
          parts: chosen,
          from: new Date(`${from}T00:00:00+08:00`).toISOString(),
          until: endOfDay(until),
          ...(approval && { approval }),
        },
      },
      { onSuccess: (made) => save(made) },
    );
  return (
    <>
      <PageHead title="检查材料" note="范围可选；未列入的部分和与库中总数的差额逐项写明" />
      <Panel title="范围">
        <div className="desk-stack">
          <Checkbox.Group
            value={chosen}
            onChange={(values) => setChosen(values)}
            options={Object.entries(parts).map(([value, label]) => ({ value, label }))}
          />
          <LabelledField label="起" required>
            {(id) => (
              <Input id={id} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
            )}
          </LabelledField>
          <LabelledField label="止" required>
            {(id) => (
              <Input id={id} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
            )}
          </LabelledField>
          <LabelledField label="同意编号" note="审计日志超过个人可导出条数时须有">
            {(id) => <Input id={id} value={approval} onChange={(event) => setApproval(event.target.value)} />}
          </LabelledField>
          <Button
            type="primary"
            loading={make.isPending}
            disabled={!from || !until || chosen.length === 0}
            onClick={submit}
          >
            导出
          </Button>
          <ProblemNotice error={make.error} />
        </div>
      </Panel>
      {make.data && <Result made={make.data} />}
    </>
  );
}

function Result({ made }: { made: Package }) {
  return (
    <Panel title="核对">
      <DenseTable
        caption="与库中总数核对"
        rows={made.totals}
        rowKey={(row) => row.part}
        columns={[
          { key: 'part', title: '材料', render: (row) => row.part },
          { key: 'included', title: '列入', align: 'right', render: (row) => row.included },
          { key: 'all', title: '库中', align: 'right', render: (row) => row.inDatabase },
        ]}
      />
      {made.gaps.map((gap) => (
        <p key={gap}>
          <StatusTag kind="waiting">{gap}</StatusTag>
        </p>
      ))}
      {made.notChosen.length > 0 && <p>未选：{made.notChosen.join('、')}</p>}
    </Panel>
  );
}

/** Hands the answer to the person as a file. */
function save(made: Package): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([JSON.stringify(made, undefined, 1)], { type: 'application/json' }),
  );
  link.download = '检查材料.json';
  link.click();
  URL.revokeObjectURL(link.href);
}
