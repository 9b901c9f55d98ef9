import { App, Button } from 'antd';
import { useState } from 'react';
import { useSession } from '../../app/session-context.ts';
import { type StatusKind, StatusTag } from '../../components/StatusTag.tsx';
import { officeFilter } from '../../list/common-filters.ts';
import { type Filters, optionsOf } from '../../list/filters.ts';
import { useList } from '../../list/use-list.ts';
import { ConfirmButton } from '../components/ConfirmButton.tsx';
import { day, shortMoment } from '../components/moments.ts';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { useOwnOffices } from '../use-own-offices.ts';
import { type Delegation, useDelegations, useRevokeDelegation } from './api.ts';
import { DelegateDialog } from './DelegateDialog.tsx';
import './delegations.css';

const statusKinds: Record<Delegation['status'], StatusKind> = {
  planned: 'waiting',
  running: 'active',
  over: 'neutral',
  revoked: 'neutral',
};

const statuses = optionsOf({ planned: '未开始', running: '委托中', over: '已到期', revoked: '已撤销' });

/** 岗位委托: what one lent to colleagues and took over from them; those who hand on tasks see all of an office. */
export default function DelegationsPage() {
  const { user, can } = useSession();
  const { message } = App.useApp();
  const offices = useOwnOffices();
  const own = can('task.read');
  const oversees = can('task.assign');
  const list = useList({
    view: {
      kind: 'segments',
      label: '看谁的委托',
      options: optionsOf({ '': '我的', office: '本机构全部' }),
      hidden: !own || !oversees,
    },
    office: officeFilter(offices, (said) => !oversees || (own && said('view') !== 'office')),
    status: { kind: 'choice', label: '状态', options: statuses },
  } satisfies Filters);
  const { view, office, status } = list.values;
  const all = oversees && (view === 'office' || !own);
  const revoke = useRevokeDelegation();
  const [giving, setGiving] = useState(false);
  const account = user?.accountId ?? '';
  return (
    <>
      <ListPage
        title="岗位委托"
        note="离岗期间请同事代办，到期自动收回"
        what="岗位委托"
        list={list}
        query={useDelegations(all ? office || offices[0]?.code : undefined)}
        arrange={(items) => items.filter((each) => status === '' || each.status === status)}
        columns={columnsOf(account, all, (id) =>
          revoke.mutate(id, { onSuccess: () => void message.success('已撤销，立即生效') }),
        )}
        rowKey={(each) => each.id}
        empty={{
          title: '没有岗位委托',
          hint: all ? '本机构人员的委托会列在这里。' : '休假、外出前，可以委托同事代办您岗位上的待办。',
        }}
        actions={
          own && (
            <Button type="primary" onClick={() => setGiving(true)}>
              委托同事代办
            </Button>
          )
        }
      >
        <ProblemNotice error={revoke.error} />
      </ListPage>
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
          <ConfirmButton
            word="撤销"
            question="撤销这项委托，立即生效"
            label={`撤销${each.by.name}给${each.to.name}的委托`}
            onConfirm={() => onRevoke(each.id)}
          />
        ),
    },
  ];
}
