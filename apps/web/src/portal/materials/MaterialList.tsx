import type { CaseView } from '../../api/types.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { MaterialFiles } from './MaterialFiles.tsx';
import { MaterialUploader } from './MaterialUploader.tsx';
import styles from './materials.module.css';

export type CaseMaterial = CaseView['materials'][number];

function MaterialStatus({ material }: { material: CaseMaterial }) {
  if (material.status === 'fetched') {
    return <StatusTag kind="done">已获取{material.source ? ` · 来自${material.source}` : ''}</StatusTag>;
  }
  if (material.status === 'provided') return <StatusTag kind="done">已提交</StatusTag>;
  return (
    <StatusTag kind={material.required ? 'waiting' : 'neutral'}>
      {material.required ? '待提交' : '有则提交'}
    </StatusTag>
  );
}

/** Materials of a case: what, why, from where; files may be added while the case is being filled in or supplemented. */
export function MaterialList({ view, editable }: { view: CaseView; editable: boolean }) {
  if (view.materials.length === 0) return <p className="secondary">不需要提交材料。</p>;
  return (
    <ul className={styles.materials}>
      {view.materials.map((material) => (
        <li key={material.code}>
          <div className={styles.head}>
            <b>{material.title}</b>
            <MaterialStatus material={material} />
          </div>
          {editable && <p className="secondary">{material.why}</p>}
          <MaterialFiles caseNo={view.caseNo} material={material} editable={editable} />
          {editable && (material.status !== 'fetched' || view.status === 'supplementing') && (
            <MaterialUploader caseNo={view.caseNo} material={material} />
          )}
        </li>
      ))}
    </ul>
  );
}
