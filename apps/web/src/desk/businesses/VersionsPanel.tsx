import { Select } from 'antd';
import { useState } from 'react';
import { useVersionComparison, type VersionComparison } from '../api/directory.ts';
import { day } from '../components/moments.ts';
import { Panel } from '../components/Panel.tsx';
import { Awaited } from '../components/states.tsx';
import { type DenseColumn, DenseTable } from '../list/DenseTable.tsx';

const words = { same: '未变', added: '新增', removed: '去掉', changed: '变更' } as const;

/** 版本对比: what a version asks, does, checks and promises against another. */
export function VersionsPanel({ code, versions }: { code: string; versions: readonly number[] }) {
  const last = versions.at(-1) ?? 1;
  const [from, setFrom] = useState(versions.at(-2) ?? last);
  const [to, setTo] = useState(last);
  if (versions.length < 2)
    return (
      <Panel title="版本">
        <p style={{ margin: 0 }}>
          目前只有第 {last} 版，是材料、环节和时限的基线。新版多要材料或多设环节的，系统不予发布。
        </p>
      </Panel>
    );
  const options = versions.map((version) => ({ value: version, label: `第 ${version} 版` }));
  return (
    <Panel
      title="版本对比"
      aside={
        <span className="desk-row">
          <Select size="small" aria-label="前一版本" value={from} options={options} onChange={setFrom} />
          <Select size="small" aria-label="后一版本" value={to} options={options} onChange={setTo} />
        </span>
      }
    >
      <Compared code={code} from={from} to={to} />
    </Panel>
  );
}

function Compared({ code, from, to }: { code: string; from: number; to: number }) {
  const comparison = useVersionComparison(code, from, to);
  return (
    <Awaited query={comparison} what="版本对比" lines={4}>
      {(data) =>
        data.changes === 0 ? (
          <p style={{ margin: 0 }}>两个版本的内容相同。</p>
        ) : (
          <Differences comparison={data} />
        )
      }
    </Awaited>
  );
}

type Part = VersionComparison['sections'][number]['parts'][number] & { section: string };

function Differences({ comparison }: { comparison: VersionComparison }) {
  const { from, to, sections } = comparison;
  const changed = sections.flatMap(({ section, parts }) =>
    parts.filter((part) => part.change !== 'same').map((part) => ({ ...part, section })),
  );
  const columns: DenseColumn<Part>[] = [
    {
      key: 'what',
      title: '内容',
      render: ({ title, section }) => (
        <>
          {title}
          <small>{section}</small>
        </>
      ),
    },
    {
      key: 'from',
      title: `第 ${from.version} 版（${day(from.effectiveFrom)}起）`,
      render: (part) => (part.change === 'removed' ? <del>{part.from}</del> : (part.from ?? '—')),
    },
    {
      key: 'to',
      title: `第 ${to.version} 版（${day(to.effectiveFrom)}起）`,
      render: (part) => (part.to === undefined ? '—' : <ins>{part.to}</ins>),
    },
    { key: 'change', title: '变化', render: ({ change }) => words[change] },
  ];
  return (
    <div className="desk-version-changes">
      <DenseTable
        caption="版本对比"
        columns={columns}
        rows={changed}
        rowKey={({ section, code }) => `${section} ${code}`}
      />
    </div>
  );
}
