import { useParams } from 'react-router';
import { useCase } from '../../api/cases.ts';
import type { CaseView } from '../../api/types.ts';
import { Awaited } from '../../components/Awaited.tsx';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { Seal } from '../../components/Seal.tsx';
import { DateText, IdText, Money } from '../../components/text.tsx';
import styles from './case.module.css';

/** A page one can keep: what was handed in, when, and what comes next. */
export default function ReceiptPage() {
  const { no = '' } = useParams();
  return (
    <Awaited query={useCase(no)} what="回执">
      {(view) => (
        <div className="page page-narrow">
          <div className={`row no-print ${styles.receiptTools}`}>
            <Button kind="primary" icon="print" onClick={() => window.print()}>
              打印或存为 PDF
            </Button>
            <ButtonLink to={`/cases/${encodeURIComponent(no)}`} icon="left">
              回到办件
            </ButtonLink>
          </div>
          <Receipt view={view} />
        </div>
      )}
    </Awaited>
  );
}

function Receipt({ view }: { view: CaseView }) {
  return (
    <article className={`sheet ${styles.receipt}`}>
      <Seal size="3rem" />
      <PageTitle title="不动产登记办件回执" serif />
      <dl className="facts">
        <dt>受理编号</dt>
        <dd>
          <IdText value={view.caseNo} />
        </dd>
        <dt>业务</dt>
        <dd className="serif">{view.business.name}</dd>
        <dt>登记机构</dt>
        <dd>{view.officeName}</dd>
        <dt>发起时间</dt>
        <dd>
          <DateText value={view.openedAt} time />
        </dd>
        {view.promisedBy && (
          <>
            <dt>承诺办结</dt>
            <dd>
              <DateText value={view.promisedBy} /> 前
            </dd>
          </>
        )}
        <dt>当前状态</dt>
        <dd>{view.statusTitle}</dd>
        {view.units.map((unit) => (
          <ReceiptRow key={unit.code} title="不动产">
            {unit.location}
            <br />
            <IdText value={unit.code} />
            <br />
            {unit.area} 平方米 · {unit.use}
          </ReceiptRow>
        ))}
        {view.parties.map((party) => (
          <ReceiptRow key={party.ordinal} title={party.roleTitle}>
            {party.name} {party.idNumber}
          </ReceiptRow>
        ))}
        {view.materials
          .filter((material) => material.status !== 'missing')
          .map((material) => (
            <ReceiptRow key={material.code} title="材料">
              {material.title}（
              {material.status === 'fetched'
                ? `来自${material.source ?? '有关部门'}`
                : `${material.files.length} 个文件`}
              ）
            </ReceiptRow>
          ))}
        {view.payment && (
          <ReceiptRow title="税费">
            <Money fen={view.payment.total} />，{view.payment.statusTitle}
          </ReceiptRow>
        )}
      </dl>
      <p className="secondary">
        凭受理编号可在“我的办件”查看进度。本回执不是登记结果，权利以登记簿记载为准。
      </p>
    </article>
  );
}

function ReceiptRow({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </>
  );
}
