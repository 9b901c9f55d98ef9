import { Link } from 'react-router';
import { type NoticeSummaryView, useNoticeKinds, useNotices } from '../../api/notices.ts';
import { useSession } from '../../app/session-context.ts';
import { Icon } from '../../components/Icon.tsx';
import { DateText } from '../../components/text.tsx';
import { anyOfficeFilter } from '../../list/common-filters.ts';
import { type Filters, optionsOf } from '../../list/filters.ts';
import { useList } from '../../list/use-list.ts';
import { ListPage } from '../list/ListPage.tsx';
import { NoticeStatus } from './NoticeStatus.tsx';
import styles from './notices.module.css';

const filters = {
  q: { kind: 'search', label: '查找', hint: '坐落、不动产单元代码或公告编号' },
  kind: { kind: 'choice', label: '公告种类', options: useKindOptions },
  office: anyOfficeFilter,
  status: {
    kind: 'choice',
    label: '状态',
    options: optionsOf({ running: '公告中', over: '公告期满', ended: '公告终止' }),
  },
} satisfies Filters;

function useKindOptions() {
  const kinds = useNoticeKinds();
  return (kinds.data ?? []).map(({ kind, title }) => ({ value: kind, title }));
}

/** 公告: for everybody, without signing in. */
export default function NoticesPage() {
  const list = useList(filters);
  const { user } = useSession();
  return (
    <ListPage
      title="公告"
      lead="登记机构拟办理的首次登记、注销登记、更正登记，以及证书遗失、作废等，在这里公开。认为有误、与您有关的，公告期内可以提出异议。"
      aside={
        user &&
        user.kind !== 'staff' && (
          <p className={styles.own}>
            <Link to="/my/objections">我提出的异议</Link>
          </p>
        )
      }
      what="公告"
      list={list}
      query={useNotices({ ...list.asked, limit: 20 })}
      empty={{
        title: '现在没有公告',
        way: <p>登记机构发布公告后会列在这里，公告期满后再保留 180 天。</p>,
      }}
    >
      {(notice) => <NoticeLine key={notice.no} notice={notice} />}
    </ListPage>
  );
}

function NoticeLine({ notice }: { notice: NoticeSummaryView }) {
  return (
    <li>
      <Link to={`/notices/${encodeURIComponent(notice.no)}`} className="line-link">
        <span className="line-main">
          <b className="serif">{notice.title}</b>
          <span>{notice.location}</span>
          <small className="secondary">
            {notice.officeName} · <DateText value={notice.publishedOn} /> 发布
          </small>
        </span>
        <span className="line-side">
          <NoticeStatus notice={notice} />
          {notice.status === 'running' && (
            <small className="secondary">
              至 <DateText value={notice.endsOn} />
            </small>
          )}
        </span>
        <Icon name="right" />
      </Link>
    </li>
  );
}
