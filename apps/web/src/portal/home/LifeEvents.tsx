import { Link } from 'react-router';
import type { BusinessSummary } from '../../api/businesses.ts';
import { Icon } from '../../components/Icon.tsx';
import { isBehind } from '../businesses/doors.ts';
import styles from './home.module.css';
import { offeredEvents, usualWork } from './life-events.ts';

interface LifeEventsProps {
  businesses: readonly BusinessSummary[];
  entrance: string;
}

export function LifeEvents({ businesses, entrance }: LifeEventsProps) {
  const own = businesses.filter((business) => isBehind(business, entrance));
  const events = ['person', 'company'].includes(entrance) ? offeredEvents(own, businesses) : usualWork(own);
  return (
    <section aria-labelledby="events" className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 id="events">常办的事</h2>
        <Link to="/businesses">全部业务</Link>
      </div>
      <ul className={styles.events}>
        {events.map((event) => (
          <li key={event.title}>
            <Link to={event.to}>
              <Icon name={event.icon} size="1.75em" />
              <span>
                <b>{event.title}</b>
                <small>{event.situation}</small>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
