import { Select } from 'antd';
import { PageHead } from '../components/Panel.tsx';
import { useUrlFilters } from '../list/use-url-filters.ts';
import { Proposals } from './Proposals.tsx';
import { proposalStates } from './words.ts';

const filterNames = ['state'] as const;

/** 规则提议: everything proposed about rules and the automatic list, and who decided it. REG-AUD-21. */
export default function ProposalsPage() {
  const filters = useUrlFilters(filterNames);
  const { state } = filters.values;
  return (
    <>
      <PageHead title="规则提议" note="一人提议，另一人决定；每项都留下理由、意见和时间" />
      <search className="desk-filters" aria-label="筛选提议">
        <Select
          aria-label="状态"
          allowClear
          placeholder="全部状态"
          style={{ width: 160 }}
          value={state || null}
          onChange={(value) => filters.set({ state: value ?? '' })}
          options={Object.entries(proposalStates).map(([value, { word }]) => ({ value, label: word }))}
        />
      </search>
      <div className="desk-list">
        <Proposals
          {...(state && { state })}
          empty={state === 'waiting' ? '没有等待决定的提议' : '还没有提议'}
          cursor={filters.cursor}
          onGo={filters.goTo}
        />
      </div>
    </>
  );
}
