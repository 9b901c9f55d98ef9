import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useSession } from '../../app/session-context.ts';
import { LabelledField } from '../components/LabelledField.tsx';
import { PageHead, Panel } from '../components/Panel.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { Awaited } from '../components/states.tsx';
import { casePagePath, relationsPath, unitPagePath } from '../paths.ts';
import { type Relations, useExpandHolder, useRelations } from './api.ts';
import { mergeRelations } from './place-relations.ts';
import { RelationsPicture } from './RelationsPicture.tsx';
import './relations.css';

type Node = Relations['nodes'][number];

/** 关系图: from a unit to its rights, restrictions, holders, cases, and the units before and after it (REG-AUD-03). */
export default function RelationsPage() {
  const { code = '' } = useParams();
  const relations = useRelations(code);
  return (
    <Awaited page query={relations} what="关系图" lines={12}>
      {(view) => <Graph key={code} first={view} code={code} />}
    </Awaited>
  );
}

function Graph({ first, code }: { first: Relations; code: string }) {
  const { can } = useSession();
  const [more, setMore] = useState<Relations[]>([]);
  const [asking, setAsking] = useState<Node>();
  const graph = more.reduce(mergeRelations, first);
  const holders = graph.nodes.filter((node) => node.kind === 'holder');
  return (
    <>
      <PageHead
        title="关系图"
        note={`以不动产单元为中心：${graph.nodes.length} 个节点、${graph.edges.length} 条关系；查看已留痕`}
        actions={<Link to={unitPagePath(code)}>回到登记簿页</Link>}
      />
      <Panel title="图">
        <RelationsPicture relations={graph} />
      </Panel>
      <Panel title="权利人" aside={<span className="desk-secondary">证件号码为掩码</span>}>
        <ul className="desk-pushed">
          {holders.map((node) => (
            <li key={node.id}>
              {node.title} <span className="desk-secondary">{node.text}</span>{' '}
              {node.expandable && can('register.search') && (
                <Button
                  size="small"
                  aria-label={`${node.title}：展开其他单元`}
                  onClick={() => setAsking(node)}
                >
                  展开其他单元
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title="明细">
        <ul className="desk-pushed">
          {graph.nodes
            .filter((node) => node.kind !== 'holder')
            .map((node) => (
              <li key={node.id}>
                <span className="desk-kind">{kindWords[node.kind]}</span>
                <NodeLink node={node} code={code} />
                <span className="desk-secondary"> {node.text}</span>
              </li>
            ))}
        </ul>
      </Panel>
      {asking && (
        <PurposeDialog
          code={code}
          node={asking}
          onClose={() => setAsking(undefined)}
          onMore={(found) => setMore([...more, found])}
        />
      )}
    </>
  );
}

const kindWords: Record<Node['kind'], string> = {
  unit: '单元',
  holder: '权利人',
  right: '权利',
  restriction: '限制',
  case: '办件',
};

function NodeLink({ node, code }: { node: Node; code: string }) {
  if (node.kind === 'case' && node.subject) return <Link to={casePagePath(node.subject)}>{node.title}</Link>;
  if (node.kind === 'unit' && node.subject && node.subject !== code)
    return <Link to={relationsPath(node.subject)}>{node.title}</Link>;
  return node.title;
}

interface PurposeDialogProps {
  code: string;
  node: Node;
  onClose: () => void;
  onMore: (found: Relations) => void;
}

/** A search by person needs a purpose, which is kept with it. */
function PurposeDialog({ code, node, onClose, onMore }: PurposeDialogProps) {
  const expand = useExpandHolder(code);
  const [purpose, setPurpose] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (purpose.trim() === '') return;
    expand.mutate(
      { holder: node.id, purpose: purpose.trim() },
      {
        onSuccess: (found) => {
          onMore(found);
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={`展开${node.title}的其他单元`}
      okText="展开"
      cancelText="取消"
      confirmLoading={expand.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="desk-stack">
        <p>按权利人查询须写明目的；查询人、目的和结果条数记入审计日志。</p>
        <LabelledField
          label="查询目的"
          required
          error={tried && purpose.trim() === '' ? '请填写查询目的' : undefined}
        >
          {(id) => <Input id={id} value={purpose} onChange={(event) => setPurpose(event.target.value)} />}
        </LabelledField>
        <ProblemNotice error={expand.error} />
      </div>
    </Modal>
  );
}
