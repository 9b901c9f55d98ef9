import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../app/session-context.ts';
import { Panel } from '../components/Panel.tsx';
import { Awaited } from '../components/states.tsx';
import { Citation } from '../findings/Citation.tsx';
import { knowledgePagePath } from '../paths.ts';
import { type PushedView, useCaseKnowledge } from './api.ts';
import { citationOf, kindWords } from './words.ts';
import './knowledge.css';

/** 相关知识 beside a case: what it did not pass first (REG-AUD-08). Nothing for those who may not read the knowledge base. */
export function CaseKnowledge({ caseNo }: { caseNo: string }) {
  const { can } = useSession();
  const allowed = can('knowledge.read');
  const pushed = useCaseKnowledge(caseNo, allowed);
  if (!allowed) return null;
  return (
    <Panel title="相关知识">
      <Awaited query={pushed} what="相关知识" lines={4}>
        {(items) =>
          items.length === 0 ? (
            <p className="desk-secondary">知识库中还没有与本件有关的条目。</p>
          ) : (
            <PushedList items={items} />
          )
        }
      </Awaited>
    </Panel>
  );
}

const few = 6;

function PushedList({ items }: { items: readonly PushedView[] }) {
  const [all, setAll] = useState(false);
  return (
    <>
      <ul className="desk-pushed">
        {(all ? items : items.slice(0, few)).map((item) => (
          <Pushed key={item.id} item={item} />
        ))}
      </ul>
      {items.length > few && !all && (
        <Button type="link" onClick={() => setAll(true)}>
          另有 {items.length - few} 条
        </Button>
      )}
    </>
  );
}

function Pushed({ item }: { item: PushedView }) {
  const citation = citationOf(item);
  return (
    <li>
      <details>
        <summary>
          <span className="desk-kind">{kindWords[item.kind]}</span>
          {item.title}
          <small>{item.why}</small>
        </summary>
        <p className="desk-knowledge-body">{item.body}</p>
        {citation && <Citation citation={citation} />} <Link to={knowledgePagePath(item.id)}>打开条目</Link>
      </details>
    </li>
  );
}
