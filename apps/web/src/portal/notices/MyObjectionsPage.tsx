import { Link } from 'react-router';
import { useMyObjections } from '../../api/notices.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { ErrorState } from '../../components/ErrorState.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import styles from './notices.module.css';
import { OwnObjectionItem } from './OwnObjectionItem.tsx';

/** Everything the person objected to, with what became of it. */
export default function MyObjectionsPage() {
  const mine = useMyObjections(true);
  return (
    <div className="page">
      <PageTitle title="我提出的异议" lead="对公告提出的异议，审查到哪一步、结果如何。" />
      {mine.isPending && <Loading what="您提出的异议" />}
      {mine.isError && <ErrorState problem={mine.error} onRetry={() => void mine.refetch()} />}
      {mine.data?.length === 0 && (
        <Empty title="您还没有提出过异议">
          <ButtonLink to="/notices">看看公告</ButtonLink>
        </Empty>
      )}
      {mine.data?.map((objection) => (
        <article key={objection.id} className={styles.mine}>
          <h2>
            <Link to={`/notices/${encodeURIComponent(objection.noticeNo)}`} className="serif">
              {objection.notice.title}
            </Link>
          </h2>
          <p className="secondary">
            {objection.notice.location}，{objection.notice.officeName}
          </p>
          <OwnObjectionItem objection={objection} />
        </article>
      ))}
    </div>
  );
}
