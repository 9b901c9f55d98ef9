import type { CaseView } from '../../api/types.ts';
import { type StatusKind, StatusTag } from '../../components/StatusTag.tsx';
import { IdText } from '../../components/text.tsx';
import { moment } from '../components/moments.ts';
import { Pairs } from '../components/Pairs.tsx';
import { factRows } from './fact-rows.ts';
import './findings.css';

type Fact = CaseView['facts'][number];

const marks: Record<Fact['outcome'], { kind: StatusKind; word: string }> = {
  match: { kind: 'done', word: '一致' },
  mismatch: { kind: 'blocked', word: '不一致' },
  unavailable: { kind: 'waiting', word: '未核验' },
};

/** What the departments answered: who, when, and whether it agrees. No answer is never an agreement. */
export function Departments({ facts }: { facts: readonly Fact[] }) {
  if (facts.length === 0) return <p className="desk-secondary">本件尚未向其他部门核验。</p>;
  return (
    <div>
      {facts.map((fact) => {
        const mark = marks[fact.outcome];
        const rows = factRows(fact.data);
        return (
          <div key={`${fact.kind} ${fact.subject} ${fact.at}`} className="desk-department desk-finding-facts">
            <div className="desk-department-head">
              <span>
                {fact.title}
                {fact.subject && (
                  <span className="desk-secondary">
                    （<IdText value={fact.subject} />）
                  </span>
                )}
              </span>
              <StatusTag kind={mark.kind}>{fact.outcomeTitle || mark.word}</StatusTag>
            </div>
            <p className="desk-secondary">
              {fact.source}，{moment(fact.at)}
            </p>
            {rows.length > 0 && (
              <details>
                <summary>返回内容</summary>
                <Pairs pairs={rows} />
              </details>
            )}
          </div>
        );
      })}
    </div>
  );
}
