import { useParams, useSearchParams } from 'react-router';
import { type Business, useBusiness } from '../../api/businesses.ts';
import { useCase } from '../../api/cases.ts';
import type { CaseView } from '../../api/types.ts';
import { readDraft } from '../../app/drafts.ts';
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
  if (caseNo) return <OpenedCase business={business.data} caseNo={caseNo} kept={kept?.caseNo === caseNo} />;
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

function OpenedCase({ business, caseNo, kept }: { business: Business; caseNo: string; kept: boolean }) {
  const view = useCase(caseNo);
  if (view.isPending) return <Loading what="您的办件" />;
  if (view.isError) return <ErrorState problem={view.error} onRetry={() => void view.refetch()} />;
  if (!isEditable(view.data)) {
    return (
      <div className="page">
        <PageTitle title={business.name} serif />
        <Empty title={`这件已经提交，现在是“${view.data.statusTitle}”`}>
          <ButtonLink to={`/cases/${encodeURIComponent(caseNo)}`} kind="primary">
            查看办件
          </ButtonLink>
          <RestartLink business={business} />
        </Empty>
      </div>
    );
  }
  const start = () => draftFromCase(view.data, business);
  return <Wizard key={caseNo} business={business} view={view.data} start={start} fresh={!kept} />;
}

/** Forgets the finished draft, so that the same business can be applied for again. */
function RestartLink({ business }: { business: Business }) {
  const { user } = useSession();
  return (
    <a
      href={`/apply/${encodeURIComponent(business.code)}`}
      onClick={() => {
        if (user) localStorage.removeItem(`hengchan.draft.${user.accountId}.${draftName(business.code)}`);
      }}
    >
      再办一件
    </a>
  );
}
