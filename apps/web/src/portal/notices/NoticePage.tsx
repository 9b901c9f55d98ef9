import { useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { type NoticeView, useMyObjections, useNotice } from '../../api/notices.ts';
import { useSession } from '../../app/session-context.ts';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { ErrorState } from '../../components/ErrorState.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { DateText, IdText } from '../../components/text.tsx';
import { NoticeStatus } from './NoticeStatus.tsx';
import styles from './notices.module.css';
import { ObjectionForm } from './ObjectionForm.tsx';
import { OwnObjectionItem } from './OwnObjectionItem.tsx';

/** One notice as it was published, how long it still runs, and the way to object. */
export default function NoticePage() {
  const { no = '' } = useParams();
  const notice = useNotice(no);
  if (notice.isPending) return <Loading what="公告" />;
  if (notice.isError) {
    return (
      <div className="page">
        <PageTitle title="公告" />
        <ErrorState problem={notice.error} onRetry={() => void notice.refetch()} />
        <ButtonLink to="/notices">看全部公告</ButtonLink>
      </div>
    );
  }
  return <Sheet notice={notice.data} />;
}

function Sheet({ notice }: { notice: NoticeView }) {
  return (
    <div className="page">
      <p className={styles.back}>
        <Link to="/notices">全部公告</Link>
      </p>
      <article className={styles.sheet}>
        <PageTitle title={notice.title} serif />
        <p className={styles.meta}>
          <NoticeStatus notice={notice} />
          <span>{notice.officeName}</span>
          <span>
            公告编号 <IdText value={notice.no} />
          </span>
        </p>
        {notice.paragraphs.map((paragraph) => (
          <p key={paragraph} className={styles.paragraph}>
            {paragraph}
          </p>
        ))}
        <dl className="facts">
          {notice.units.map((unit, index) => (
            <Row key={unit.code} title={notice.units.length > 1 ? `坐落 ${index + 1}` : '坐落'}>
              {unit.location}
              <br />
              <small className="secondary">
                <IdText value={unit.code} />
              </small>
            </Row>
          ))}
          {notice.items.map((item) => (
            <Row key={item.label} title={item.label}>
              {item.value}
            </Row>
          ))}
          <Row title="公告期">
            <DateText value={notice.publishedOn} /> 至 <DateText value={notice.endsOn} />（{notice.days}{' '}
            {notice.unitTitle}）
          </Row>
          <Row title="依据">
            <span className="serif">
              {notice.law.law}
              {notice.law.article}
            </span>
          </Row>
        </dl>
        <p>
          <a className="button button-default" href={notice.documentUrl} target="_blank" rel="noreferrer">
            <Icon name="download" />
            下载公告（PDF）
          </a>
        </p>
      </article>
      <Objecting notice={notice} />
    </div>
  );
}

function Row({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Objecting({ notice }: { notice: NoticeView }) {
  const { user } = useSession();
  const { pathname } = useLocation();
  const citizen = user !== undefined && user.kind !== 'staff';
  const mine = useMyObjections(citizen);
  const [writing, setWriting] = useState(false);
  const own = (mine.data ?? []).filter((objection) => objection.noticeNo === notice.no);
  const waits = own.some((objection) => objection.outcome === 'open');
  return (
    <section aria-labelledby="objecting" className={styles.objecting}>
      <h2 id="objecting">对公告有异议</h2>
      {own.map((objection) => (
        <OwnObjectionItem key={objection.id} objection={objection} />
      ))}
      {mine.isError && <ErrorState problem={mine.error} onRetry={() => void mine.refetch()} />}
      {!notice.objectionsOpen && (
        <p className="secondary">
          公告期已过，不再受理对本公告的异议。登记完成后仍认为登记簿有误的，可以申请
          <Link to={`/businesses?q=${encodeURIComponent('异议登记')}`}>异议登记</Link>或
          <Link to={`/businesses?q=${encodeURIComponent('更正登记')}`}>更正登记</Link>。
        </p>
      )}
      {notice.objectionsOpen && !waits && (
        <>
          <p>
            认为公告的登记有误、侵害您的权利的，请在 <DateText value={notice.endsOn} />{' '}
            前写明理由提出。登记机构收到后暂停这项登记，由审核人员审查，结果书面告知您。
          </p>
          {!user && (
            <div>
              <ButtonLink kind="primary" to={`/sign-in?next=${encodeURIComponent(pathname)}`}>
                登录后提出异议
              </ButtonLink>
            </div>
          )}
          {user?.kind === 'staff' && (
            <p className="secondary">登记机构人员在办件页面审查异议，不在这里提出。</p>
          )}
          {citizen && !writing && (
            <div>
              <Button kind="primary" onClick={() => setWriting(true)}>
                提出异议
              </Button>
            </div>
          )}
          {citizen && writing && <ObjectionForm notice={notice} onCancel={() => setWriting(false)} />}
        </>
      )}
    </section>
  );
}
