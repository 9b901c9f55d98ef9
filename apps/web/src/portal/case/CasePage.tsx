import { useLocation, useParams } from 'react-router';
import { useCase } from '../../api/cases.ts';
import type { CaseView } from '../../api/types.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { ErrorState } from '../../components/ErrorState.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { caseStatusKind, StatusTag } from '../../components/StatusTag.tsx';
import { DateText, IdText } from '../../components/text.tsx';
import { MaterialList } from '../materials/MaterialList.tsx';
import { CaseFacts } from './CaseFacts.tsx';
import { CaseForm } from './CaseForm.tsx';
import { CaseHistory } from './CaseHistory.tsx';
import { CaseLinked } from './CaseLinked.tsx';
import { CaseNotices } from './CaseNotices.tsx';
import { CaseParties } from './CaseParties.tsx';
import { CaseResult } from './CaseResult.tsx';
import { CaseSteps } from './CaseSteps.tsx';
import styles from './case.module.css';
import { PaymentPanel } from './PaymentPanel.tsx';
import { ReviewNotice } from './ReviewNotice.tsx';
import { TurnPanel } from './TurnPanel.tsx';

const lookAgain = 4000;

/** Somebody or something else is at work: the page follows by itself. */
const followed = (view: CaseView | undefined): number | false => (view?.closedAt ? false : lookAgain);

export default function CasePage() {
  const { no = '' } = useParams();
  const { state } = useLocation();
  const view = useCase(no, followed);
  if (view.isPending) return <Loading what="办件" />;
  if (!view.data) {
    return (
      <div className="page">
        <PageTitle title="办件" />
        <ErrorState problem={view.error} onRetry={() => void view.refetch()} />
        <ButtonLink to="/cases">看我的全部办件</ButtonLink>
      </div>
    );
  }
  return <OwnCase view={view.data} sent={(state as { sent?: boolean } | null)?.sent === true} />;
}

function OwnCase({ view, sent }: { view: CaseView; sent: boolean }) {
  const editable = ['draft', 'supplementing'].includes(view.status);
  return (
    <div className="page">
      {sent && !editable && !view.closedAt && (
        <p className={styles.sent} role="status">
          <Icon name="done" />
          已提交，受理编号 <IdText value={view.caseNo} />
          <ButtonLink to={`/cases/${encodeURIComponent(view.caseNo)}/receipt`} kind="quiet" icon="print">
            打印回执
          </ButtonLink>
        </p>
      )}
      <PageTitle title={view.business.name} lead={view.units.map((unit) => unit.location).join('；')} serif />
      <p className={styles.meta}>
        <StatusTag kind={caseStatusKind(view.status)}>{view.statusTitle}</StatusTag>
        <span>
          受理编号 <IdText value={view.caseNo} />
        </span>
        <span>{view.officeName}</span>
        {view.promisedBy && !view.closedAt && (
          <span>
            承诺 <DateText value={view.promisedBy} /> 前办结
            {view.timeliness === 'stopped' && '（现暂停计时，届时顺延）'}
          </span>
        )}
        {view.closedAt && (
          <span>
            <DateText value={view.closedAt} /> 办结
          </span>
        )}
      </p>
      {!editable && !view.closedAt && <ReviewNotice caseNo={view.caseNo} version={view.version} />}
      <div className={styles.layout}>
        <div className={styles.turnArea}>
          <TurnPanel view={view} />
        </div>
        <div className={styles.content}>
          {view.result && <CaseResult view={view} />}
          {view.payment && <PaymentPanel payment={view.payment} />}
          <CaseNotices notices={view.notices} />
          <CaseForm view={view} />
          <CaseParties view={view} />
          <section aria-labelledby="materials">
            <h2 id="materials" className="section-title">
              材料
            </h2>
            <MaterialList view={view} editable={editable} />
          </section>
          <CaseFacts facts={view.facts} />
          <CaseLinked linked={view.linked} />
          <Documents view={view} />
          <CaseHistory caseNo={view.caseNo} />
        </div>
        <aside className={styles.side} aria-label="办理进度">
          <CaseSteps steps={view.steps} />
        </aside>
      </div>
    </div>
  );
}

function Documents({ view }: { view: CaseView }) {
  return (
    <section aria-labelledby="documents">
      <h2 id="documents" className="section-title">
        文书
      </h2>
      <ul className={styles.documents}>
        {view.documents.map((document) => (
          <li key={`${document.code} ${document.at}`}>
            <a href={document.url} target="_blank" rel="noreferrer">
              <Icon name="document" />
              {document.title}
            </a>
            <small className="secondary">
              <DateText value={document.at} time />
            </small>
          </li>
        ))}
        <li>
          <ButtonLink to={`/cases/${encodeURIComponent(view.caseNo)}/receipt`} kind="quiet" icon="print">
            打印办件回执
          </ButtonLink>
        </li>
      </ul>
    </section>
  );
}
