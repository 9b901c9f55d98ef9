import { useSearchParams } from 'react-router';
import { useBusinesses } from '../../api/businesses.ts';
import { useCases } from '../../api/cases.ts';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { CaseLine } from '../../components/CaseLine.tsx';
import { Empty } from '../../components/Empty.tsx';
import { ErrorState } from '../../components/ErrorState.tsx';
import { SelectField, TextField } from '../../components/Field.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import styles from './cases.module.css';

const statuses = [
  { value: 'open', title: '未办结' },
  { value: 'closed', title: '全部已结束' },
  { value: 'draft', title: '填写中' },
  { value: 'checking', title: '信息核验中' },
  { value: 'confirming', title: '待各方确认' },
  { value: 'accepting', title: '待受理' },
  { value: 'supplementing', title: '待补正' },
  { value: 'taxing', title: '税务办理中' },
  { value: 'reviewing', title: '审核中' },
  { value: 'paying', title: '待缴税费' },
  { value: 'completed', title: '已办结' },
  { value: 'declined', title: '不予受理' },
  { value: 'refused', title: '不予登记' },
  { value: 'withdrawn', title: '已撤回' },
];

/** Own cases, found by number, place or name. Filters and page are in the address. */
export default function CasesPage() {
  const [search, setSearch] = useSearchParams();
  const businesses = useBusinesses();
  const query = {
    q: search.get('q') ?? '',
    status: search.get('status') ?? '',
    business: search.get('business') ?? '',
    cursor: search.get('cursor') ?? '',
  };
  const cases = useCases({ ...query, mine: true, limit: 20 });
  const filtered = query.q !== '' || query.status !== '' || query.business !== '';

  const change = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (name !== 'cursor') next.delete('cursor');
    if (value === '') next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: name === 'q' });
  };
  const nextCursor = cases.data?.nextCursor;
  return (
    <div className="page">
      <PageTitle title="我的办件" />
      <div className={styles.filters}>
        <TextField
          label="查找"
          hint="受理编号、坐落或姓名"
          type="search"
          value={query.q}
          onChange={(value) => change('q', value)}
        />
        <SelectField
          label="状态"
          value={query.status}
          onChange={(value) => change('status', value)}
          options={statuses}
          placeholder="全部"
        />
        <SelectField
          label="业务"
          value={query.business}
          onChange={(value) => change('business', value)}
          options={(businesses.data ?? []).map(({ code, name }) => ({ value: code, title: name }))}
          placeholder="全部"
        />
      </div>
      {cases.isPending && <Loading what="您的办件" />}
      {cases.isError && <ErrorState problem={cases.error} onRetry={() => void cases.refetch()} />}
      <div aria-live="polite">
        {cases.data?.items.length === 0 && (
          <Empty title={filtered ? '没有符合条件的办件' : '您还没有办件'}>
            {filtered ? (
              <Button onClick={() => setSearch({})}>显示全部办件</Button>
            ) : (
              <ButtonLink to="/businesses">看看可以办什么</ButtonLink>
            )}
          </Empty>
        )}
        {cases.data && cases.data.items.length > 0 && (
          <>
            {cases.data.total !== undefined && <p className="secondary">共 {cases.data.total} 件</p>}
            <ul className="lines">
              {cases.data.items.map((summary) => (
                <CaseLine key={summary.caseNo} summary={summary} />
              ))}
            </ul>
          </>
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
