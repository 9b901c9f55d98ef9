import { useSearchParams } from 'react-router';
import { useOffices } from '../../api/offices.ts';
import { Button } from '../../components/Button.tsx';
import styles from './workbench.module.css';

/** Filters and page in the address; another filter begins at the first page again. */
export function useFilters() {
  const [search, setSearch] = useSearchParams();
  const offices = useOffices();
  const of = (name: string) => search.get(name) ?? '';
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (name !== 'cursor') next.delete('cursor');
    if (value === '') next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: name === 'q' });
  };
  const office = of('office') || (offices.data?.[0]?.code ?? '');
  const officeOptions = (offices.data ?? []).map(({ code, name }) => ({ value: code, title: name }));
  const pager = (nextCursor: string | undefined) =>
    (of('cursor') || nextCursor) && (
      <nav className={styles.pages} aria-label="翻页">
        {of('cursor') && <Button onClick={() => set('cursor', '')}>回到第一页</Button>}
        {nextCursor && <Button onClick={() => set('cursor', nextCursor)}>下一页</Button>}
      </nav>
    );
  return { of, set, office, officeOptions, pager };
}
