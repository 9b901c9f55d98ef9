import { type StatusKind, StatusTag } from '../../components/StatusTag.tsx';
import { type PeerStatus, usePeers } from '../api/administration.ts';
import { shortMoment } from '../components/moments.ts';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { ListPage } from '../list/ListPage.tsx';

const kinds: Record<PeerStatus['state'], StatusKind> = {
  normal: 'done',
  failing: 'blocked',
  stopped: 'blocked',
  unused: 'neutral',
  'not-configured': 'waiting',
};

const outcomeWords: Record<string, string> = {
  answered: '已答复',
  refused: '已答复（拒绝）',
  unavailable: '未答复',
  'not-configured': '未配置',
};

const columns: DenseColumn<PeerStatus>[] = [
  {
    key: 'peer',
    title: '部门与系统',
    width: 170,
    render: (peer) => (
      <>
        {peer.department}
        <small>{peer.title}</small>
      </>
    ),
  },
  {
    key: 'state',
    title: '状态',
    width: 130,
    render: (peer) => <StatusTag kind={kinds[peer.state] ?? 'neutral'}>{peer.stateTitle}</StatusTag>,
  },
  {
    key: 'last',
    title: '最近一次调用',
    width: 260,
    render: (peer) => {
      const { lastCall } = peer;
      if (!lastCall) return '—';
      const operation =
        peer.operations.find((item) => item.name === lastCall.operation)?.title ?? lastCall.operation;
      return (
        <>
          {shortMoment(lastCall.at, new Date())} {operation}
          <small>
            {lastCall.direction === 'outgoing' ? '本方发起' : '对方发起'}，
            {outcomeWords[lastCall.outcome] ?? '未答复'}，{lastCall.latencyMs} 毫秒
          </small>
        </>
      );
    },
  },
  {
    key: 'rate',
    title: '成功率',
    width: 120,
    align: 'right',
    render: (peer) =>
      peer.successRate === undefined ? (
        '—'
      ) : (
        <>
          {(peer.successRate * 100).toFixed(1)}%<small>近 {peer.calls} 次</small>
        </>
      ),
  },
  {
    key: 'p95',
    title: '九成五用时',
    width: 110,
    align: 'right',
    wideOnly: true,
    render: (peer) => (peer.p95Ms === undefined ? '—' : `${peer.p95Ms} 毫秒`),
  },
  {
    key: 'queue',
    title: '待送出',
    width: 110,
    align: 'right',
    render: (peer) => (
      <>
        {peer.waiting}
        {peer.dead > 0 && <small className="desk-field-error">送达失败 {peer.dead}</small>}
      </>
    ),
  },
  {
    key: 'operations',
    title: '接口',
    wideOnly: true,
    render: (peer) => peer.operations.map((operation) => operation.title).join('、'),
  },
];

/** 共享来源: every department's interface, how it is doing, and the last call. Rows REG-ACC-05. */
export default function ConnectionsPage() {
  return (
    <ListPage
      title="共享来源"
      note="部门没有答复时，核验结果记为未核验，不作通过"
      what="共享来源"
      query={usePeers()}
      columns={columns}
      rowKey={(peer) => peer.code}
      empty={{ title: '还没有登记共享来源', hint: '在配置中写明部门地址和公钥后出现在这里。' }}
    />
  );
}
