import { formatYuan } from '@hengchan/standards';
import { type Business, type MaterialGuide, sourceOf } from '../../api/businesses.ts';
import { Panel } from '../components/Panel.tsx';
import { Citation } from '../findings/Citation.tsx';

/** What the clerk tells the person at the counter: papers, time, cost, and the grounds that will be looked at. */
export function Guide({ business }: { business: Business }) {
  return (
    <aside className="desk-stack" aria-label="办理提要">
      <Panel title="收取材料">
        <ul className="desk-plain-list">
          {business.materials.filter(atCounter).map((material) => (
            <li key={material.code}>
              {material.title}
              <small>
                {demandWords(business, material)}，{material.why}
              </small>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title="时限与费用">
        <p style={{ margin: 0 }}>
          承诺 {business.limit.workingDays} 个工作日，法定 {business.limit.statutoryWorkingDays} 个工作日
          <br />
          <Citation citation={business.limit.citation} />
        </p>
        <ul className="desk-plain-list" style={{ marginTop: 8 }}>
          {business.fees.map((fee) => (
            <li key={fee.title}>
              {fee.title}：
              {typeof fee.amount === 'number' ? `${formatYuan(fee.amount)} 元` : (fee.amount ?? '据实计算')}
              {fee.basis && <small>{fee.basis}</small>}
              {fee.citation && (
                <small>
                  <Citation citation={fee.citation} />
                </small>
              )}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title="受理时校验">
        <ul className="desk-plain-list">
          {business.rules
            .filter((rule) => rule.moments.includes('accept'))
            .map((rule) => (
              <li key={rule.code}>
                {rule.title}
                <small>
                  <Citation citation={rule.citation} />
                </small>
              </li>
            ))}
        </ul>
      </Panel>
    </aside>
  );
}

function demandWords(business: Business, material: MaterialGuide): string {
  const source = sourceOf(material, business);
  if (source) return `${source}共享获取，核验一致的无须提交`;
  const role = business.parties.find((party) => party.role === material.when?.role);
  if (role) return `有${role.title}参加时必需`;
  return material.required ? '必需' : '视情况提供';
}

const atCounter = (material: MaterialGuide): boolean => (material.when?.channel ?? 'counter') === 'counter';
