import { Link, useSearchParams } from 'react-router';
import { type BusinessSummary, useBusinesses } from '../../api/businesses.ts';
import { entranceTitles } from '../../app/entrances.ts';
import { Empty } from '../../components/Empty.tsx';
import { ErrorState } from '../../components/ErrorState.tsx';
import { SelectField, TextField } from '../../components/Field.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { searchBusinesses } from '../home/search-businesses.ts';
import styles from './businesses.module.css';

const entrances = Object.entries(entranceTitles).map(([value, title]) => ({ value, title }));

/** Everything that can be done here. The words and the filter are in the address, so a list can be sent to somebody. */
export default function BusinessesPage() {
  const [search, setSearch] = useSearchParams();
  const businesses = useBusinesses();
  const words = search.get('q') ?? '';
  const entrance = search.get('for') ?? '';
  const unit = search.get('unit') ?? '';

  const change = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  const offered = (businesses.data ?? []).filter(
    (business) => entrance === '' || business.entrances.includes(entrance),
  );
  const found = searchBusinesses(offered, words);
  return (
    <div className="page">
      <PageTitle
        title="可办的业务"
        lead={unit ? '选择要为这处不动产办理的业务。' : '每一项都有办事指南：谁能办、要什么、多久、多少钱。'}
      />
      <div className={styles.filters}>
        <TextField label="查找" type="search" value={words} onChange={(value) => change('q', value)} />
        <SelectField
          label="申请人"
          value={entrance}
          onChange={(value) => change('for', value)}
          options={entrances}
          placeholder="不限"
        />
      </div>
      {businesses.isPending && <Loading what="业务目录" />}
      {businesses.isError && (
        <ErrorState problem={businesses.error} onRetry={() => void businesses.refetch()} />
      )}
      <div aria-live="polite">
        {businesses.data && found.length === 0 && (
          <Empty title="没有符合条件的业务">
            <p>换个说法，或把“申请人”改为“不限”。没有列出的业务可到登记大厅窗口咨询。</p>
          </Empty>
        )}
        {found.length > 0 && (
          <>
            <p className="secondary">共 {found.length} 项</p>
            <ul className="lines">
              {found.map((business) => (
                <BusinessLine key={business.code} business={business} unit={unit} />
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}

function BusinessLine({ business, unit }: { business: BusinessSummary; unit: string }) {
  const online = business.channels.includes('online');
  const query = unit ? `?unit=${encodeURIComponent(unit)}` : '';
  return (
    <li>
      <Link to={`/businesses/${encodeURIComponent(business.code)}${query}`} className="line-link">
        <span className="line-main">
          <b className="serif">{business.name}</b>
          <span>{business.summary}</span>
          <small className="secondary">
            {online ? '网上可办' : '到窗口办理'} · 承诺 {business.promisedDays} 个工作日
            {business.audience && ` · ${business.audience}`}
          </small>
        </span>
        <Icon name="right" />
      </Link>
    </li>
  );
}
