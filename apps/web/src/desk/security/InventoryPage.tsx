import { Button } from 'antd';
import { StatusTag } from '../../components/StatusTag.tsx';
import { PageHead, Panel } from '../components/Panel.tsx';
import { Awaited } from '../components/states.tsx';
import { DenseTable } from '../list/DenseTable.tsx';
import { useSecurity } from './api.ts';
import { CryptographyPanel, type CryptographyView } from './CryptographyPanel.tsx';

interface InventoryView {
  software: {
    components: number;
    running: number;
    licenses: { license: string; count: number }[];
    unlicensed: { name: string; version: string; license: string }[];
  };
  algorithms: CryptographyView[];
  supply: {
    part: string;
    product: string;
    basis: string;
    alternatives: string;
    measure?: string;
    reviewOn?: string;
    due: boolean;
  }[];
  responsibilities: { matter: string; provider: string; operator: string; institution: string }[];
  channels: { kind: string; title: string; address: string; control: string }[];
  sockets?: { address: string; port: number }[];
  undeclared?: { address: string; port: number }[];
  scanning: {
    address?: string;
    away?: 'refuse' | 'later';
    version?: string;
    waiting: number;
    quarantined: { hash: string; name: string; found: string; scannedAt: string }[];
  };
  release: {
    state: 'none' | 'sound' | 'unsigned' | 'broken';
    version?: string;
    files: number;
    faults: string[];
  };
  accounts: { staff: number; databaseRoles: string[]; faults: { subject: string; fault: string }[] };
}

/** 软硬件与核对: what the product consists of and which ways lead in, against what is there. Rows SEC-BKD-01, SEC-SUP-01..05, SEC-CRY-01, SEC-CRY-02. */
export default function InventoryPage() {
  const inventory = useSecurity<InventoryView>('inventory');
  return (
    <>
      <PageHead
        title="软硬件与核对"
        actions={
          <Button size="small" href="/api/security/software-bill" download>
            下载物料清单
          </Button>
        }
      />
      <Awaited query={inventory} what="软硬件清单" lines={10}>
        {(found) => <Inventory found={found} />}
      </Awaited>
    </>
  );
}

const releaseTags = { none: 'neutral', sound: 'done', unsigned: 'waiting', broken: 'blocked' } as const;

function releaseWords({ state, version, files, faults }: InventoryView['release']): string {
  if (state === 'none') return '没有发布清单：运行的是工作目录，不是发布件';
  if (state === 'broken') return `与发布清单不符：${faults.slice(0, 20).join('；')}`;
  const agrees = `发布 ${version}：${files} 个源文件与清单一致`;
  return state === 'sound' ? `${agrees}，签名有效` : `${agrees}，未配置发布公钥，签名未核对`;
}

function scanningTag({ address, version, waiting }: InventoryView['scanning']) {
  if (address === undefined) return 'waiting';
  return version === undefined ? 'blocked' : waiting > 0 ? 'waiting' : 'done';
}

function scanningWords({ address, away, version, waiting }: InventoryView['scanning']): string {
  if (address === undefined) return '未配置恶意代码查杀服务：上传的文件没有查杀';
  const policy = away === 'later' ? '查杀服务不在时先收下，恢复后补查' : '查杀服务不在时不收文件';
  const rest = waiting > 0 ? `；待补查 ${waiting} 份` : '';
  if (version === undefined) return `查杀服务 ${address} 没有应答；${policy}${rest}`;
  return `上传的文件收下前先查杀：${version}（${address}）；${policy}${rest}`;
}

function Inventory({ found }: { found: InventoryView }) {
  const { software, accounts } = found;
  return (
    <>
      <Panel title="端口、维护通道与账号">
        <DenseTable
          caption="通道"
          rows={found.channels}
          rowKey={(row) => row.title}
          columns={[
            { key: 'kind', title: '种类', width: 80, render: (row) => row.kind },
            { key: 'title', title: '通道', render: (row) => row.title },
            { key: 'address', title: '地址', render: (row) => row.address },
            { key: 'control', title: '控制', render: (row) => row.control },
          ]}
        />
        <p>
          {found.undeclared === undefined ? (
            <StatusTag kind="neutral">本操作系统不提供本进程的端口，请用系统工具核对</StatusTag>
          ) : found.undeclared.length === 0 ? (
            <StatusTag kind="done">
              本进程监听 {found.sockets?.map(({ port }) => port).join('、') || '无'}，与清单一致
            </StatusTag>
          ) : (
            <StatusTag kind="blocked">
              清单之外的端口：{found.undeclared.map(({ port }) => port).join('、')}
            </StatusTag>
          )}
        </p>
        <p>
          {accounts.faults.length === 0 ? (
            <StatusTag kind="done">工作人员账号 {accounts.staff} 个，账号与授权都有记录</StatusTag>
          ) : (
            <StatusTag kind="blocked">
              {accounts.faults.map(({ subject, fault }) => `${subject}：${fault}`).join('；')}
            </StatusTag>
          )}
        </p>
        <p className="desk-secondary">数据库可登录角色：{accounts.databaseRoles.join('、')}</p>
      </Panel>
      <Panel title="发布件与恶意代码查杀">
        <p>
          <StatusTag kind={releaseTags[found.release.state]}>{releaseWords(found.release)}</StatusTag>
        </p>
        <p>
          <StatusTag kind={scanningTag(found.scanning)}>{scanningWords(found.scanning)}</StatusTag>
        </p>
        {found.scanning.quarantined.map(({ hash, name, found: code }) => (
          <p key={hash}>
            已隔离：{name}（{code}）
          </p>
        ))}
      </Panel>
      <CryptographyPanel uses={found.algorithms} />
      <Panel title="关键软硬件">
        <DenseTable
          caption="关键软硬件"
          rows={found.supply}
          rowKey={(row) => row.part}
          columns={[
            {
              key: 'part',
              title: '部件',
              render: (row) => (
                <>
                  {row.part}
                  <small>{row.product}</small>
                </>
              ),
            },
            { key: 'basis', title: '依据', render: (row) => row.basis },
            { key: 'alternatives', title: '可替换为', render: (row) => row.alternatives },
            {
              key: 'measure',
              title: '例外的措施',
              render: (row) => (
                <>
                  {row.measure ?? '—'}
                  {row.reviewOn && (
                    <small className={row.due ? 'desk-field-error' : undefined}>
                      复核日期 {row.reviewOn}
                    </small>
                  )}
                </>
              ),
            },
          ]}
        />
      </Panel>
      <Panel title="云服务责任划分">
        <DenseTable
          caption="云服务责任划分"
          rows={found.responsibilities}
          rowKey={(row) => row.matter}
          columns={[
            { key: 'matter', title: '事项', render: (row) => row.matter },
            { key: 'provider', title: '云服务商', render: (row) => row.provider },
            { key: 'operator', title: '平台运维', render: (row) => row.operator },
            { key: 'institution', title: '登记机构', render: (row) => row.institution },
          ]}
        />
      </Panel>
      <Panel title="软件许可">
        <p>
          共 {software.components} 个组件，其中运行 {software.running} 个：
          {software.licenses.map(({ license, count }) => `${license} ${count}`).join('，')}
        </p>
        <StatusTag kind={software.unlicensed.length === 0 ? 'done' : 'blocked'}>
          {software.unlicensed.length === 0
            ? '没有许可不明或未获许可的组件'
            : software.unlicensed.map(({ name, license }) => `${name}（${license}）`).join('、')}
        </StatusTag>
      </Panel>
    </>
  );
}
