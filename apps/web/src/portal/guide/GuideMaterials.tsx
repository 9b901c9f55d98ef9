import { type Business, guideMaterials, sourceOf } from '../../api/businesses.ts';
import { CitationText } from '../../components/Findings.tsx';
import { StatusTag } from '../../components/StatusTag.tsx';
import styles from './guide.module.css';

/** What is needed; what another department holds is fetched and nobody has to bring it. */
export function GuideMaterials({ business }: { business: Business }) {
  const materials = guideMaterials(business).map((material) => ({
    ...material,
    source: sourceOf(material, business),
  }));
  return (
    <section aria-labelledby="materials">
      <h2 id="materials" className="section-title">
        要什么
      </h2>
      {materials.length === 0 && <p>不用准备材料，需要的信息都由系统向有关部门核验。</p>}
      <ul className={styles.materials}>
        {materials.map((material) => (
          <li key={material.code}>
            <span>
              <b>{material.title}</b>
              <small className="secondary">{material.why}</small>
              {material.citation && (
                <small className="secondary">
                  <CitationText citation={material.citation} />
                </small>
              )}
            </span>
            <span className={styles.materialState}>
              {material.source ? (
                <>
                  <StatusTag kind="done">可自动获取</StatusTag>
                  <small className="secondary">来自{material.source}</small>
                </>
              ) : (
                <StatusTag kind={material.required ? 'waiting' : 'neutral'}>
                  {material.required ? '需要您提供' : '有则提供'}
                </StatusTag>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
