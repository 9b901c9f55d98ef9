import { App, Button, Popconfirm, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useSession } from '../../app/session-context.ts';
import { type StatusKind, StatusTag } from '../../components/StatusTag.tsx';
import { day, shortMoment } from '../components/moments.ts';
import { PageHead } from '../components/Panel.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { Awaited, Nothing } from '../components/states.tsx';
import { type DenseColumn, DenseTable } from '../list/DenseTable.tsx';
import { useUrlFilters } from '../list/use-url-filters.ts';
import { useOwnOffices } from '../use-own-offices.ts';
import { type Delegation, useDelegations, useRevokeDelegation } from './api.ts';
import { DelegateDialog } from './DelegateDialog.tsx';
import './delegations.css';

const filterNames = ['view', 'office', 'status'] as const;

const statusKinds: Record<Delegation['status'], StatusKind> = {
  planned: 'waiting',
  running: 'active',
  over: 'neutral',
  revoked: 'neutral',
};

/** 岗位委托: what one lent to colleagues and took over from them; those who hand on tasks see all of an office. */
export default function DelegationsPage() {
  const { user, can } = useSession();
  const { message } = App.useApp();
  const offices = useOwnOffices();
  const filters = useUrlFilters(filterNames);
  const { view, status } = filters.values;
  const own = can('task.read');
  const all = can('task.assign') && (view === 'office' || !own);
  const office = filters.values.office || offices[0]?.code;
  const delegations = useDelegations(all ? office : undefined);
  const revoke = useRevokeDelegation();
  const [giving, setGiving] = useState(false);
  const account = user?.accountId ?? '';
  return (
    <>
      <PageHead
        title="岗位委托"
        note="离岗期间请同事代办，到期自动收回"
        actions={
          own && (
            <Button type="primary" onClick={() => setGiving(true)}>
              委托同事代办
            </Button>
          )
        }
      />
      <search className="desk-filters" aria-label="筛选委托">
        {own && can('task.assign') && (
          <Segmented
            aria-label="看谁的委托"
            value={view}
            onChange={(value) => filters.set({ view: value })}
            options={[
              { value: '', label: '我的' },
              { value: 'office', label: '本机构全部' },
            ]}
          />
        )}
        {all && offices.length > 1 && (
          <Select
            aria-label="登记机构"
            style={{ width: 260 }}
            value={office ?? null}
            onChange={(value) => filters.set({ office: value ?? '' })}
            options={offices.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
        <Select
          aria-label="状态"
          allowClear
          placeholder="状态"
          style={{ width: 120 }}
          value={status || null}
          onChange={(value) => filters.set({ status: value ?? '' })}
          options={[
            { value: 'planned', label: '未开始' },
            { value: 'running', label: '委托中' },
            { value: 'over', label: '已到期' },
            { value: 'revoked', label: '已撤销' },
          ]}
        />
      </search>
      <ProblemNotice error={revoke.error} />
      <div className="desk-list is-alone">
        <Awaited query={delegations} what="岗位委托" lines={6}>
          {(items) => {
            const rows = items.filter((each) => status === '' || each.status === status);
            return rows.length === 0 ? (
              <Nothing
                title={items.length === 0 ? '没有岗位委托' : '没有这种状态的委托'}
                hint={all ? '本机构人员的委托会列在这里。' : '休假、外出前，可以委托同事代办您岗位上的待办。'}
              />
            ) : (
              <DenseTable
                caption="岗位委托"
                columns={columnsOf(account, all, (id) =>
                  revoke.mutate(id, { onSuccess: () => void message.success('已撤销，立即生效') }),
                )}
                rows={rows}
                rowKey={(each) => each.id}
              />
            );
          }}
        </Awaited>
      </div>
      {giving && (
        <DelegateDialog
          onClose={() => setGiving(false)}
          onDone={() => {
            setGiving(false);
            void message.success('已委托，开始日期起生效');
          }}
        />
      )}
    </>
  );
}

function columnsOf(account: string, all: boolean, onRevoke: (id: string) => void): DenseColumn<Delegation>[] {
  const name = (person: Delegation['by']) => (person.account === account ? '我' : person.name);
  return [
    {
      key: 'who',
      title: '委托人与受托人',
      render: (each) => (
        <>
          {name(each.by)} 委托 {name(each.to)}
          <small>{each.reason}</small>
        </>
      ),
    },
    {
      key: 'roles',
      title: '岗位',
      render: (each) => each.roles.map((role) => role.title).join('、'),
    },
    {
      key: 'days',
      title: '期间',
      render: (each) => (
        <span className="is-nowrap">
          {day(each.from)}至{day(each.until)}
        </span>
      ),
    },
    {
      key: 'status',
      title: '状态',
      width: 130,
      render: (each) => (
        <>
          <StatusTag kind={statusKinds[each.status]}>{each.statusTitle}</StatusTag>
          {each.revokedAt && <small>{shortMoment(each.revokedAt, new Date())}</small>}
        </>
      ),
    },
    {
      key: 'revoke',
      title: '撤销',
      width: 100,
      render: (each) =>
        (each.status === 'planned' || each.status === 'running') &&
        (all || [each.by.account, each.to.account].includes(account)) && (
          <Popconfirm
            title="撤销这项委托，立即生效"
            okText="撤销"
            cancelText="取消"
            onConfirm={() => onRevoke(each.id)}
          >
            <Button size="small" aria-label={`撤销${each.by.name}给${each.to.name}的委托`}>
              撤销
            </Button>
          </Popconfirm>
        ),
    },
  ];
}
