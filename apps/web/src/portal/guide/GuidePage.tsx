import { useParams, useSearchParams } from 'react-router';
import { type Business, useBusiness } from '../../api/businesses.ts';
import { entranceOf, entranceTitles } from '../../app/entrances.ts';
import { useSession } from '../../app/session-context.ts';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { ErrorState } from '../../components/ErrorState.tsx';
import { CitationText } from '../../components/Findings.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { Money } from '../../components/text.tsx';
import { GuideMaterials } from './GuideMaterials.tsx';
import styles from './guide.module.css';
import { Refusals } from './Refusals.tsx';
import { StepPicture } from './StepPicture.tsx';

/** 办事指南: who can, what is needed, how long, what it costs, the steps as a picture, and the law. */
export default function GuidePage() {
  const { code } = useParams();
  const [search] = useSearchParams();
  const business = useBusiness(code);
  if (business.isPending) return <Loading what="办事指南" />;
  if (business.isError) {
    return (
      <div className="page">
        <PageTitle title="办事指南" />
        <ErrorState problem={business.error} onRetry={() => void business.refetch()} />
      </div>
    );
  }
  return <Guide business={business.data} unit={search.get('unit') ?? ''} />;
}

function Guide({ business, unit }: { business: Business; unit: string }) {
  return (
    <div className="page">
      <PageTitle title={business.name} lead={business.summary} serif />
      <div className={styles.layout}>
        <div className={styles.content}>
          <section aria-labelledby="who">
            <h2 id="who" className="section-title">
              谁来办
            </h2>
            <p>{business.audience}</p>
            <ul className={styles.parties}>
              {business.parties.map((party) => (
                <li key={party.role}>
                  <b>{party.title}</b>
                  <span>{party.explanation}</span>
                  {party.confirms && (
                    <small className="secondary">需用本人账号在自己的手机或电脑上确认。</small>
                  )}
                </li>
              ))}
            </ul>
          </section>
          <GuideMaterials business={business} />
          <section aria-labelledby="steps">
            <h2 id="steps" className="section-title">
              怎么办
            </h2>
            <StepPicture business={business} />
          </section>
          <Duration business={business} />
          <Fees business={business} />
          <Refusals business={business} />
          <section aria-labelledby="laws">
            <h2 id="laws" className="section-title">
              依据什么
            </h2>
            <ul className={styles.laws}>
              {business.laws.map((law) => (
                <li key={`${law.law}${law.article ?? ''}`}>
                  <CitationText citation={law} />
                </li>
              ))}
            </ul>
          </section>
        </div>
        <StartBox business={business} unit={unit} />
      </div>
    </div>
  );
}

function StartBox({ business, unit }: { business: Business; unit: string }) {
  return (
    <aside className={`sheet ${styles.start}`} aria-label="办理">
      <p>
        <b className={styles.days}>{business.limit.workingDays}</b> 个工作日内办结
      </p>
      <p className="secondary">
        <small>
          法定时限 {business.limit.statutoryWorkingDays} 个工作日，
          <CitationText citation={business.limit.citation} />
        </small>
      </p>
      <StartLink business={business} unit={unit} />
      <div className="no-print">
        <Button kind="quiet" icon="print" onClick={printWhole}>
          打印指南
        </Button>
      </div>
    </aside>
  );
}

/** On paper nothing can be unfolded, so everything is open first. */
function printWhole(): void {
  for (const details of document.querySelectorAll('details')) details.open = true;
  window.print();
}

function Duration({ business }: { business: Business }) {
  const { workingDays, statutoryWorkingDays } = business.limit;
  return (
    <section aria-labelledby="days">
      <h2 id="days" className="section-title">
        要多久
      </h2>
      <p>
        受理后 {workingDays} 个工作日内办结，法定时限是 {statutoryWorkingDays}{' '}
        个工作日。您补正材料、公告和缴纳税费的时间不计在内。
      </p>
    </section>
  );
}

/** The way in, or who has it. */
function StartLink({ business, unit }: { business: Business; unit: string }) {
  const { user } = useSession();
  if (!business.channels.includes('online')) return <p>这项业务到登记大厅窗口办理，网上暂不受理。</p>;
  if (user?.kind === 'staff') return <ButtonLink to="/desk">到登记工作台受理</ButtonLink>;
  if (user && !business.entrances.includes(entranceOf(user))) {
    const others = business.entrances.filter((entrance) => entrance !== 'counter');
    return <p>这项业务由{others.map((entrance) => entranceTitles[entrance] ?? entrance).join('、')}办理。</p>;
  }
  const query = unit ? `?unit=${encodeURIComponent(unit)}` : '';
  return (
    <ButtonLink to={`/apply/${encodeURIComponent(business.code)}${query}`} kind="primary">
      开始办理
    </ButtonLink>
  );
}

function Fees({ business }: { business: Business }) {
  return (
    <section aria-labelledby="fees">
      <h2 id="fees" className="section-title">
        多少钱
      </h2>
      {business.fees.length === 0 ? (
        <p>不收费。</p>
      ) : (
        <dl className="facts">
          {business.fees.map((fee) => (
            <div key={fee.title} className={styles.pair}>
              <dt>{fee.title}</dt>
              <dd>
                {typeof fee.amount === 'number' ? (
                  <Money fen={fee.amount} />
                ) : (
                  (fee.amount ?? '按实际情况计算')
                )}
                {fee.basis && <p className="secondary">{fee.basis}</p>}
                {fee.citation && (
                  <p className="secondary">
                    <CitationText citation={fee.citation} />
                  </p>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
