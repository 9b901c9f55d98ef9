import { lazy, Suspense } from 'react';
import { Link, useParams } from 'react-router';
import { type Business, sourceOf, useBusiness } from '../../api/businesses.ts';
import { fieldsOf, labelOf } from '../../components/schema-form/fields.ts';
import { PageHead, Panel } from '../components/Panel.tsx';
import { Awaited, Loading } from '../components/states.tsx';
import { Citation } from '../findings/Citation.tsx';
import { outcomeOf, outcomeWords } from '../findings/opinion.ts';
import { type DenseColumn, DenseTable } from '../list/DenseTable.tsx';
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

const steps: readonly DenseColumn<Business['steps'][number]>[] = [
  { key: 'title', title: '环节', render: ({ title }) => title },
  { key: 'kind', title: '方式', render: ({ kind }) => stepKinds[kind] ?? kind },
  { key: 'by', title: '办理', render: ({ by }) => by ?? '—' },
];

const materialsOf = (business: Business): DenseColumn<Business['materials'][number]>[] => [
  { key: 'title', title: '材料', render: ({ title }) => title },
  { key: 'required', title: '要求', render: ({ required }) => (required ? '必需' : '视情况') },
  {
    key: 'source',
    title: '来源',
    render: (material) => {
      const source = sourceOf(material, business);
      return source ? `${source}共享获取` : '申请人提交';
    },
  },
  { key: 'why', title: '为什么需要', render: ({ why }) => why },
];

const rules: readonly DenseColumn<Business['rules'][number]>[] = [
  {
    key: 'title',
    title: '规则',
    render: ({ title, message }) => (
      <>
        {title}
        <small>{message}</small>
      </>
    ),
  },
  {
    key: 'moments',
    title: '校验环节',
    render: ({ moments }) => moments.map((moment) => momentWords[moment] ?? moment).join('、'),
  },
  { key: 'outcome', title: '不符时', render: (rule) => outcomeWords[outcomeOf(rule)] },
  { key: 'citation', title: '依据', render: ({ citation }) => <Citation citation={citation} /> },
];

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
          <DenseTable caption="环节" columns={steps} rows={business.steps} rowKey={({ id }) => id} />
        </Panel>
        <Panel title={`材料 ${business.materials.length} 项`}>
          <DenseTable
            caption="材料"
            columns={materialsOf(business)}
            rows={business.materials}
            rowKey={({ code }) => code}
          />
        </Panel>
        <Panel title={`规则 ${business.rules.length} 条`}>
          <DenseTable caption="规则" columns={rules} rows={business.rules} rowKey={({ code }) => code} />
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
