import { lazy, Suspense } from 'react';
import { Link, useParams } from 'react-router';
import { type Business, sourceOf, useBusiness } from '../../api/businesses.ts';
import { fieldsOf, labelOf } from '../../components/schema-form/fields.ts';
import { PageHead, Panel } from '../components/Panel.tsx';
import { Awaited, Loading } from '../components/states.tsx';
import { Citation } from '../findings/Citation.tsx';
import { outcomeOf, outcomeWords } from '../findings/opinion.ts';
import { VersionsPanel } from './VersionsPanel.tsx';
import './directory.css';

/** The viewer is large: only this page loads it, and only when it gets there. */
const ProcessPicture = lazy(() => import('./ProcessPicture.tsx'));

const momentWords: Record<string, string> = { accept: '受理', review: '审核', entry: '登簿' };
const stepKinds: Record<string, string> = {
  human: '人工',
  automatic: '自动',
  waiting: '等候',
  fork: '并行',
  join: '汇合',
  end: '结束',
};

/** A definition as it is in force: steps, materials, rules with their law, limits and fees. */
export default function BusinessPage() {
  const { code = '' } = useParams();
  const business = useBusiness(code);
  return (
    <Awaited page query={business} what="登记业务" lines={12}>
      {(item) => <Definition business={item} />}
    </Awaited>
  );
}

function Definition({ business }: { business: Business }) {
  const { limit } = business;
  return (
    <>
      <PageHead
        title={business.name}
        note={`第 ${business.version} 版，${business.summary}`}
        actions={<Link to={`/businesses/${encodeURIComponent(business.code)}`}>办事指南</Link>}
      />
      <div className="desk-stack">
        <Panel title="时限">
          <p style={{ margin: 0 }}>
            承诺 {limit.workingDays} 个工作日，法定 {limit.statutoryWorkingDays} 个工作日，压缩{' '}
            {Math.round((1 - limit.workingDays / limit.statutoryWorkingDays) * 100)}%{' '}
            <Citation citation={limit.citation} />
          </p>
        </Panel>
        <Suspense fallback={<Loading what="流程图" lines={6} />}>
          <ProcessPicture code={business.code} version={business.version} />
        </Suspense>
        <Panel title={`环节 ${business.steps.length} 个`}>
          <Rows
            caption="环节"
            heads={['环节', '方式', '办理']}
            rows={business.steps.map((step) => [
              step.title,
              stepKinds[step.kind] ?? step.kind,
              step.by ?? '—',
            ])}
          />
        </Panel>
        <Panel title={`材料 ${business.materials.length} 项`}>
          <Rows
            caption="材料"
            heads={['材料', '要求', '来源', '为什么需要']}
            rows={business.materials.map((material) => [
              material.title,
              material.required ? '必需' : '视情况',
              sourceOf(material, business) ? `${sourceOf(material, business)}共享获取` : '申请人提交',
              material.why,
            ])}
          />
        </Panel>
        <Panel title={`规则 ${business.rules.length} 条`}>
          <Rows
            caption="规则"
            heads={['规则', '校验环节', '不符时', '依据']}
            rows={business.rules.map((rule) => [
              <span key="title">
                {rule.title}
                <small>{rule.message}</small>
              </span>,
              rule.moments.map((moment) => momentWords[moment] ?? moment).join('、'),
              outcomeWords[outcomeOf(rule)],
              <Citation key="citation" citation={rule.citation} />,
            ])}
          />
        </Panel>
        <VersionsPanel code={business.code} versions={business.versions} />
        <Panel title="申请内容">
          <p style={{ margin: 0 }}>{fieldsOf(business.form).map(labelOf).join('、') || '无须另填'}</p>
        </Panel>
        <Panel title="法律依据">
          <ul style={{ margin: 0, paddingLeft: 20 }}>
            {business.laws.map((law) => (
              <li key={`${law.law} ${law.article ?? ''}`}>
                <Citation citation={law} />
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </>
  );
}

function Rows({ caption, heads, rows }: { caption: string; heads: string[]; rows: React.ReactNode[][] }) {
  return (
    <table className="desk-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={String(row)}>
            {cells.map((cell, column) => (
              <td key={heads[column]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
