import { Link, useParams } from 'react-router';
import { useBusiness } from '../../api/businesses.ts';
import { useCase, useFindings } from '../../api/cases.ts';
import type { CaseView } from '../../api/types.ts';
import { useSession } from '../../app/session-context.ts';
import { Pairs } from '../components/Pairs.tsx';
import { Panel } from '../components/Panel.tsx';
import { Awaited } from '../components/states.tsx';
import { articlesOf } from '../findings/articles.ts';
import { Departments } from '../findings/Departments.tsx';
import { Opinion } from '../findings/Opinion.tsx';
import { CaseKnowledge } from '../knowledge/CaseKnowledge.tsx';
import { ReviewNotice } from '../monitor/ReviewNotice.tsx';
import { reviewLogPath } from '../paths.ts';
import { UnitCard } from '../register/UnitCard.tsx';
import { Amend } from './Amend.tsx';
import { CaseHead } from './CaseHead.tsx';
import { CaseNotices } from './CaseNotices.tsx';
import { CaseTasks } from './CaseTasks.tsx';
import { Documents } from './Documents.tsx';
import { DecisionBar } from './decision/DecisionBar.tsx';
import { formPairs } from './form-pairs.ts';
import { Handled } from './Handled.tsx';
import { History } from './History.tsx';
import { Materials } from './materials/Materials.tsx';
import { Parties } from './Parties.tsx';
import { Payment } from './Payment.tsx';
import { Result } from './Result.tsx';
import { Steps } from './Steps.tsx';
import { Suspension } from './Suspension.tsx';
import { useFollowing } from './use-following.ts';
import './case.css';

const refreshEvery = 15_000;
const refreshWhileWorking = 3_000;

/** The machine or another department is at it: the next state is seconds away. */
const working = ['checking', 'taxing', 'entering', 'issuing'];

function refreshOf(view: CaseView | undefined): number | false {
  if (!view) return refreshEvery;
  if (view.closedAt) return false;
  return working.includes(view.status) ? refreshWhileWorking : refreshEvery;
}

/** 办件: steps, the file and the opinion side by side, and what can be done at the foot. */
export default function CasePage() {
  const { caseNo = '' } = useParams();
  const query = useCase(caseNo, refreshOf);
  return (
    <Awaited page query={query} what="办件" lines={12}>
      {(view) => <CaseBody view={view} />}
    </Awaited>
  );
}

function CaseBody({ view }: { view: CaseView }) {
  useFollowing(view);
  const { can } = useSession();
  const findings = useFindings(view.caseNo);
  const business = useBusiness(view.business.code);
  // Until the form is known its values would be codes; should it never be, they are better than nothing.
  const pairs = business.isPending ? [] : formPairs(business.data?.form, view.form);
  const editable = can('material.write') && ['draft', 'accepting', 'supplementing'].includes(view.status);
  const amendable = ['draft', 'supplementing'].includes(view.status) && view.availableActions.length > 0;
  return (
    <>
      <CaseHead view={view} />
      <Suspension suspension={view.suspension} />
      <ReviewNotice caseNo={view.caseNo} version={view.version} />
      <div className="desk-case">
        <aside className="desk-case-left" aria-label="进度">
          <CaseTasks view={view} />
          {(view.handling.accepted ?? view.handling.decided) && (
            <Panel title="受理与决定">
              <Handled handling={view.handling} />
            </Panel>
          )}
          <Panel title="环节">
            <Steps steps={view.steps} />
          </Panel>
          <Panel title="文书">
            <Documents caseNo={view.caseNo} documents={view.documents} />
          </Panel>
          <Panel title="办理历史">
            <History caseNo={view.caseNo} />
          </Panel>
        </aside>
        <div className="desk-case-middle">
          <CaseNotices notices={view.notices} />
          <Panel title="当事人">
            <Parties parties={view.parties} />
          </Panel>
          <Panel
            title="申请内容"
            aside={amendable && business.data && <Amend view={view} business={business.data} />}
          >
            {pairs.length > 0 ? (
              <Pairs pairs={pairs} double />
            ) : (
              <p className="desk-secondary">{business.isPending ? '正在读取。' : '本件没有另填的内容。'}</p>
            )}
          </Panel>
          <Panel title="材料" aside={materialCount(view)}>
            <Materials view={view} pairs={pairs} editable={editable} />
          </Panel>
          {view.payment && (
            <Panel title="税费">
              <Payment payment={view.payment} />
            </Panel>
          )}
          {view.result && (
            <Panel title="登记结果">
              <Result result={view.result} />
            </Panel>
          )}
        </div>
        <aside className="desk-case-right" aria-label="登记簿与审查意见">
          <Panel title="登记簿记载">
            {view.units.map((unit) => (
              <UnitCard key={unit.code} code={unit.code} caseNo={view.caseNo} />
            ))}
          </Panel>
          <Panel title="审查意见" aside={<Link to={reviewLogPath(view.caseNo)}>逐步记录</Link>}>
            <Awaited query={findings} what="审查意见" lines={6}>
              {(items) => <Opinion findings={items} articles={articlesOf(business.data)} />}
            </Awaited>
          </Panel>
          <Panel title="部门核验">
            <Departments facts={view.facts} />
          </Panel>
          <CaseKnowledge caseNo={view.caseNo} />
        </aside>
      </div>
      <DecisionBar view={view} />
    </>
  );
}

function materialCount(view: CaseView) {
  const missing = view.materials.filter((item) => item.required && item.status === 'missing').length;
  return <span className="desk-secondary">{missing > 0 ? `还缺 ${missing} 项` : '必需材料已齐'}</span>;
}
