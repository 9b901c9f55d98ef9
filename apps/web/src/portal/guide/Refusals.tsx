import type { Business } from '../../api/businesses.ts';
import { CitationText } from '../../components/Findings.tsx';
import styles from './guide.module.css';

const shownAtOnce = 5;

/** 哪些情形办不了: what the rules stop, in their own words, with the law and the way out, so that nobody comes for nothing. */
export function Refusals({ business }: { business: Business }) {
  const blocking = business.rules.filter((rule) => rule.outcome === 'block' && rule.message !== '');
  if (blocking.length === 0) return null;
  const [first, more] = [blocking.slice(0, shownAtOnce), blocking.slice(shownAtOnce)];
  return (
    <section aria-labelledby="refusals">
      <h2 id="refusals" className="section-title">
        哪些情形办不了
      </h2>
      <p className="secondary">提交时系统会先行核对，有下列情形的当场告诉您怎么办。</p>
      <Grounds rules={first} />
      {more.length > 0 && (
        <details className={styles.more}>
          <summary>还有 {more.length} 种情形</summary>
          <Grounds rules={more} />
        </details>
      )}
    </section>
  );
}

function Grounds({ rules }: { rules: Business['rules'] }) {
  return (
    <ul className={styles.grounds}>
      {rules.map((rule) => (
        <li key={rule.code}>
          <span>{rule.message}</span>
          <small className="secondary">
            <CitationText citation={rule.citation} />
          </small>
        </li>
      ))}
    </ul>
  );
}
