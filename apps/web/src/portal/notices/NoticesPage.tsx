import { Link, useSearchParams } from 'react-router';
import { type NoticeSummaryView, useNoticeKinds, useNotices } from '../../api/notices.ts';
import { useOffices } from '../../api/offices.ts';
import { useSession } from '../../app/session-context.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { ErrorState } from '../../components/ErrorState.tsx';
import { SelectField, TextField } from '../../components/Field.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { DateText } from '../../components/text.tsx';
import { NoticeStatus } from './NoticeStatus.tsx';
import styles from './notices.module.css';

const statuses = [
  { value: 'running', title: '公告中' },
  { value: 'over', title: '公告期满' },
  { value: 'ended', title: '公告终止' },
];

/** 公告: for everybody, without signing in. Filters and page are in the address. */
export default function NoticesPage() {
  const [search, setSearch] = useSearchParams();
  const { user } = useSession();
  const kinds = useNoticeKinds();
  const offices = useOffices();
  const query = {
    q: search.get('q') ?? '',
    kind: search.get('kind') ?? '',
    office: search.get('office') ?? '',
    status: search.get('status') ?? '',
    cursor: search.get('cursor') ?? '',
  };
  const notices = useNotices({ ...query, limit: 20 });
  const filtered = [query.q, query.kind, query.office, query.status].some((value) => value !== '');

  const change = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (name !== 'cursor') next.delete('cursor');
    if (value === '') next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: name === 'q' });
  };
  const nextCursor = notices.data?.nextCursor;
  return (
    <div className="page">
      <PageTitle
        title="公告"
        lead="登记机构拟办理的首次登记、注销登记、更正登记，以及证书遗失、作废等，在这里公开。认为有误、与您有关的，公告期内可以提出异议。"
      />
      {user && user.kind !== 'staff' && (
        <p className={styles.own}>
          <Link to="/my/objections">我提出的异议</Link>
        </p>
      )}
      <search className={styles.filters} aria-label="筛选公告">
        <TextField
          label="查找"
          hint="坐落、不动产单元代码或公告编号"
          type="search"
          value={query.q}
          onChange={(value) => change('q', value)}
        />
        <SelectField
          label="公告种类"
          value={query.kind}
          onChange={(value) => change('kind', value)}
          options={(kinds.data ?? []).map(({ kind, title }) => ({ value: kind, title }))}
          placeholder="全部"
        />
        <SelectField
          label="登记机构"
          value={query.office}
          onChange={(value) => change('office', value)}
          options={(offices.data ?? []).map(({ code, name }) => ({ value: code, title: name }))}
          placeholder="全部"
        />
        <SelectField
          label="状态"
          value={query.status}
          onChange={(value) => change('status', value)}
          options={statuses}
          placeholder="全部"
        />
      </search>
      {notices.isPending && <Loading what="公告" />}
      {notices.isError && <ErrorState problem={notices.error} onRetry={() => void notices.refetch()} />}
      <div aria-live="polite">
        {notices.data?.items.length === 0 && (
          <Empty title={filtered ? '没有符合条件的公告' : '现在没有公告'}>
            {filtered ? (
              <Button onClick={() => setSearch({})}>显示全部公告</Button>
            ) : (
              <p>登记机构发布公告后会列在这里，公告期满后再保留 180 天。</p>
            )}
          </Empty>
        )}
        {notices.data && notices.data.items.length > 0 && (
          <ul className="lines">
            {notices.data.items.map((notice) => (
              <NoticeLine key={notice.no} notice={notice} />
            ))}
          </ul>
        )}
      </div>
      {(query.cursor || nextCursor) && (
        <nav className={styles.pages} aria-label="翻页">
          {query.cursor && <Button onClick={() => change('cursor', '')}>回到第一页</Button>}
          {nextCursor && <Button onClick={() => change('cursor', nextCursor)}>下一页</Button>}
        </nav>
      )}
    </div>
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
