import { type FormEvent, useId, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { BusinessSummary } from '../../api/businesses.ts';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { findBehind } from '../businesses/doors.ts';
import styles from './home.module.css';

const mostShown = 5;

/** Answers while one types; Enter opens the whole list. */
export function BusinessSearch({
  businesses,
  entrance,
  loading,
}: {
  businesses: readonly BusinessSummary[];
  /** The door of who asks: what is behind it comes first. */
  entrance: string;
  loading: boolean;
}) {
  const [words, setWords] = useState('');
  const navigate = useNavigate();
  const id = useId();
  const asked = words.trim();
  const { here, elsewhere } = findBehind(businesses, entrance, asked);
  const found = asked === '' ? [] : [...here, ...elsewhere];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    navigate(asked === '' ? '/businesses' : `/businesses?q=${encodeURIComponent(asked)}`);
  };
  return (
    <search className={styles.search}>
      <form onSubmit={submit}>
        <label htmlFor={id} className="visually-hidden">
          用您自己的话说要办的事
        </label>
        <div className={styles.searchLine}>
          <Icon name="search" />
          <input
            id={id}
            type="search"
            value={words}
            onChange={(event) => setWords(event.target.value)}
            placeholder="例如：卖房子、还清贷款"
            autoComplete="off"
            enterKeyHint="search"
          />
          <Button kind="primary" type="submit">
            查找
          </Button>
        </div>
        <div aria-live="polite" className={styles.answers}>
          {asked !== '' && !loading && found.length === 0 && (
            <p>没有找到“{asked}”。换个说法试试，或者查看全部可办的业务。</p>
          )}
          {found.length > 0 && (
            <>
              <p className="visually-hidden">找到 {found.length} 项</p>
              <ul>
                {found.slice(0, mostShown).map((business) => (
                  <li key={business.code}>
                    <Link to={`/businesses/${encodeURIComponent(business.code)}`}>
                      <b className="serif">{business.name}</b>
                      <span>{business.summary}</span>
                      <Icon name="right" />
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </form>
    </search>
  );
}
