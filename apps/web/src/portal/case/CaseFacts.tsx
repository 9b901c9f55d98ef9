import type { CaseView } from '../../api/types.ts';
import { type StatusKind, StatusTag } from '../../components/StatusTag.tsx';
import { DateText, IdText } from '../../components/text.tsx';
import styles from './case.module.css';

const kinds: Record<CaseView['facts'][number]['outcome'], StatusKind> = {
  match: 'done',
  mismatch: 'blocked',
  unavailable: 'waiting',
};

const ways = {
  mismatch: '与填写的内容不一致。填错了的请更正；没有填错的，由登记人员核对。',
  unavailable: '对方暂时没有答复，由登记人员另行核对，不用您再提交。',
};

/** What other departments were asked, and what they said: nobody has to bring it. */
export function CaseFacts({ facts }: { facts: CaseView['facts'] }) {
  if (facts.length === 0) return null;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="section-title">
        已向有关部门核验
      </h2>
      <ul className={styles.parties}>
        {facts.map((fact) => (
          <li key={`${fact.kind}/${fact.subject}`}>
            <span>
              <b>{fact.title}</b>
              <small className="secondary">
                <IdText value={fact.subject} /> · 来自{fact.source} · <DateText value={fact.at} time />
              </small>
              {fact.outcome !== 'match' && <small>{ways[fact.outcome]}</small>}
            </span>
            <StatusTag kind={kinds[fact.outcome]}>{fact.outcomeTitle}</StatusTag>
          </li>
        ))}
      </ul>
    </section>
  );
}
