import { useSearchParams } from 'react-router';
import { type BusinessSummary, useBusinesses } from '../../api/businesses.ts';
import { entranceOf } from '../../app/entrances.ts';
import { useSession } from '../../app/session-context.ts';
import { Awaited } from '../../components/Awaited.tsx';
import { TextField } from '../../components/Field.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { BusinessSections } from './BusinessSections.tsx';
import styles from './businesses.module.css';
import { doors, isBehind } from './doors.ts';
import { FoundBusinesses } from './FoundBusinesses.tsx';

/** Everything that can be done here, behind the door of who asks. Words and door are in the address, so a list can be sent to somebody. */
export default function BusinessesPage() {
  const [search, setSearch] = useSearchParams();
  const businesses = useBusinesses();
  const { user } = useSession();
  const words = search.get('q') ?? '';
  const own = user ? entranceOf(user) : undefined;
  const entrance = search.get('for') || (own ?? 'person');
  const unit = search.get('unit') ?? '';

  const change = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  return (
    <div className={`page ${styles.wide}`}>
      <PageTitle
        title="可办的业务"
        lead={unit ? '选择要为这处不动产办理的业务。' : '每一项都有办事指南：谁能办、要什么、多久、多少钱。'}
      />
      <div className={styles.search}>
        <TextField
          label="用您自己的话说要办的事"
          type="search"
          placeholder="例如：卖房子、还清贷款、改名字"
          value={words}
          onChange={(value) => change('q', value)}
        />
      </div>
      {/* Somebody signed in has one door; others look behind all of them. */}
      {own === undefined && (
        <fieldset className={styles.doors}>
          <legend>谁来办</legend>
          {doors.map((door) => (
            <label key={door.entrance}>
              <input
                type="radio"
                name="door"
                checked={entrance === door.entrance}
                onChange={() => change('for', door.entrance === 'person' ? '' : door.entrance)}
              />
              <span>{door.title}</span>
            </label>
          ))}
        </fieldset>
      )}
      <Awaited query={businesses} what="业务目录">
        {(all) => <Answers businesses={all} entrance={entrance} words={words.trim()} unit={unit} />}
      </Awaited>
    </div>
  );
}

interface AnswersProps {
  businesses: readonly BusinessSummary[];
  entrance: string;
  words: string;
  unit: string;
}

function Answers({ businesses, entrance, words, unit }: AnswersProps) {
  if (words !== '')
    return <FoundBusinesses businesses={businesses} entrance={entrance} words={words} unit={unit} />;
  return <BusinessSections businesses={businesses.filter((each) => isBehind(each, entrance))} unit={unit} />;
}
