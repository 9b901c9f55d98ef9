import { Navigate, useParams, useSearchParams } from 'react-router';
import { type Business, useBusiness } from '../../api/businesses.ts';
import { useCase } from '../../api/cases.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { CaseView } from '../../api/types.ts';
import { readDraft, removeDraft } from '../../app/drafts.ts';
import { useSession } from '../../app/session-context.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { ErrorState } from '../../components/ErrorState.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { type ApplyDraft, draftFromCase, draftName, emptyDraft } from './draft.ts';
import { Wizard } from './Wizard.tsx';

/** Fills in and sends an application. With ?case= it goes on with one already opened. */
export default function ApplyPage() {
  const { code = '' } = useParams();
  const [search] = useSearchParams();
  const business = useBusiness(code);
  const { user } = useSession();
  if (business.isPending) return <Loading what="办理页面" />;
  if (business.isError || !user) {
    return (
      <div className="page">
        <PageTitle title="开始办理" />
        <ErrorState problem={business.error} onRetry={() => void business.refetch()} />
      </div>
    );
  }
  if (!business.data.channels.includes('online')) return <NotOnline business={business.data} />;
  const kept = readDraft<ApplyDraft>(user.accountId, draftName(code));
  const asked = search.get('case');
  const caseNo = asked ?? kept?.caseNo;
  if (caseNo) {
    return (
      <OpenedCase
        business={business.data}
        caseNo={caseNo}
        accountId={user.accountId}
        asked={asked !== null}
      />
    );
  }
  const unit = search.get('unit');
  const start = () => emptyDraft(unit ? { code: unit, office: unit.slice(0, 6) } : undefined);
  return <Wizard key={code} business={business.data} start={start} />;
}

function NotOnline({ business }: { business: Business }) {
  return (
    <div className="page">
      <PageTitle title={business.name} serif />
      <Empty title="这项业务到登记大厅窗口办理">
        <ButtonLink to={`/businesses/${encodeURIComponent(business.code)}`}>查看办事指南</ButtonLink>
      </Empty>
    </div>
  );
}

export const isEditable = (view: CaseView): boolean => ['draft', 'supplementing'].includes(view.status);

interface OpenedProps {
  business: Business;
  caseNo: string;
  accountId: string;
  /** Named in the address, not only remembered on this device. */
  asked: boolean;
}

function OpenedCase({ business, caseNo, accountId, asked }: OpenedProps) {
  const view = useCase(caseNo);
  const name = draftName(business.code);
  const kept = readDraft<ApplyDraft>(accountId, name)?.caseNo === caseNo;
  if (view.isPending) return <Loading what="您的办件" />;
  const over = view.isError
    ? view.error instanceof ApiProblem && view.error.status === 404
    : !isEditable(view.data);
  if (over && kept) removeDraft(accountId, name);
  if (over && !asked) return <Wizard key="new" business={business} start={() => emptyDraft()} />;
  if (view.isError) return <ErrorState problem={view.error} onRetry={() => void view.refetch()} />;
  if (over) return <Navigate to={`/cases/${encodeURIComponent(caseNo)}`} state={{ sent: true }} replace />;
  const start = () => draftFromCase(view.data, business);
  return <Wizard key={caseNo} business={business} view={view.data} start={start} fresh={!kept} />;
}
