import { Button, Select } from 'antd';
import { useState } from 'react';
import { useSession } from '../../app/session-context.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import type { Filters } from '../../list/filters.ts';
import { useList } from '../../list/use-list.ts';
import { LabelledField } from '../components/LabelledField.tsx';
import { day } from '../components/moments.ts';
import { Panel } from '../components/Panel.tsx';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { automaticDecision, useAutomaticBusinesses } from './api.ts';
import { ProposalDialog } from './ProposalDialog.tsx';
import { Proposals } from './Proposals.tsx';
import { useOfficeChoices } from './SettingFields.tsx';
import './rules.css';

const filters = {
  q: { kind: 'search', label: '查找登记业务', hint: '业务名称或代码' },
} satisfies Filters;

interface Listed {
  code: string;
  name: string;
  settings: { office: string; enabled: boolean; effectiveFrom: string }[];
}

/** 自动审核名单: which businesses may be decided without a person, and what is proposed about them. REG-BKG-01. */
export default function AutomaticPage() {
  const { can } = useSession();
  const list = useList(filters);
  const { q } = list.values;
  const [open, setOpen] = useState<Listed>();
  return (
    <>
      <ListPage
        title="自动审核名单"
        note="名单内的网上办件，规则全部通过、来源全部核实的，不经人工登簿；名单外的一律由人工决定"
        what="登记业务"
        list={list}
        query={useAutomaticBusinesses()}
        arrange={(all) => all.filter((each) => `${each.name} ${each.code}`.includes(q))}
        columns={columnsOf(can('business.manage') ? setOpen : undefined)}
        rowKey={(item) => item.code}
        empty={nothing}
        unmatched={nothing}
      />
      {can('rule.manage') && (
        <Panel title="提议与历史">
          <Proposals rule={automaticDecision} paging={list.paging} />
        </Panel>
      )}
      {open && <AutomaticDialog business={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

const nothing = { title: '没有这样的业务', hint: '业务的流程含智能审核环节，才能列入名单。' };

function columnsOf(onOpen: ((item: Listed) => void) | undefined): DenseColumn<Listed>[] {
  const columns: DenseColumn<Listed>[] = [
    {
      key: 'name',
      title: '登记业务',
      render: (item) => (
        <>
          {item.name}
          <small>{item.code}</small>
        </>
      ),
    },
    {
      key: 'state',
      title: '名单',
      width: '40%',
      render: (item) => {
        const on = item.settings.filter((each) => each.enabled);
        if (item.settings.length === 0) return <StatusTag kind="neutral">未列入</StatusTag>;
        return (
          <>
            <StatusTag kind={on.length > 0 ? 'done' : 'neutral'}>
              {on.length > 0 ? '已列入' : '已移出'}
            </StatusTag>
            {item.settings.map((each) => (
              <small key={each.office}>
                {each.office === '*' ? '全部机构' : each.office}：{each.enabled ? '列入' : '移出'}，
                {day(each.effectiveFrom)}起
              </small>
            ))}
          </>
        );
      },
    },
  ];
  if (!onOpen) return columns;
  return [
    ...columns,
    {
      key: 'act',
      title: '办理',
      width: 100,
      render: (item) => (
        <Button size="small" aria-label={`提议调整${item.name}`} onClick={() => onOpen(item)}>
          提议
        </Button>
      ),
    },
  ];
}

function AutomaticDialog({ business, onClose }: { business: Listed; onClose: () => void }) {
  const offices = useOfficeChoices();
  const [office, setOffice] = useState(offices[0]?.value ?? '');
  const listed = business.settings.find((each) => each.office === office)?.enabled ?? false;
  return (
    <ProposalDialog
      title={listed ? `提议将“${business.name}”移出名单` : `提议将“${business.name}”列入名单`}
      proposed={{
        rule: automaticDecision,
        business: business.code,
        office,
        enabled: !listed,
        parameters: {},
      }}
      onClose={onClose}
    >
      {() => (
        <LabelledField label="登记机构">
          {(id) => <Select id={id} value={office} onChange={setOffice} options={offices} />}
        </LabelledField>
      )}
    </ProposalDialog>
  );
}
