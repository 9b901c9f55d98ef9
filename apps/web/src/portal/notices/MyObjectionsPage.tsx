import { Link } from 'react-router';
import { useMyObjections } from '../../api/notices.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { ListPage } from '../list/ListPage.tsx';
import styles from './notices.module.css';
import { OwnObjectionItem } from './OwnObjectionItem.tsx';

/** Everything the person objected to, with what became of it. */
export default function MyObjectionsPage() {
  return (
    <ListPage
      title="我提出的异议"
      lead="对公告提出的异议，审查到哪一步、结果如何。"
      what="您提出的异议"
      query={useMyObjections(true)}
      empty={{ title: '您还没有提出过异议', way: <ButtonLink to="/notices">看看公告</ButtonLink> }}
      className={styles.objections}
    >
      {(objection) => (
        <li key={objection.id} className={styles.mine}>
          <h2>
            <Link to={`/notices/${encodeURIComponent(objection.noticeNo)}`} className="serif">
              {objection.notice.title}
            </Link>
          </h2>
          <p className="secondary">
            {objection.notice.location}，{objection.notice.officeName}
          </p>
          <OwnObjectionItem objection={objection} />
        </li>
      )}
    </ListPage>
  );
}
