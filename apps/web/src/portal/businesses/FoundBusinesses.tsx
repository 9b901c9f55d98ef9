import type { BusinessSummary } from '../../api/businesses.ts';
import { Empty } from '../../components/Empty.tsx';
import { BusinessLine } from './BusinessLine.tsx';
import { doors, findBehind } from './doors.ts';

interface FoundBusinessesProps {
  businesses: readonly BusinessSummary[];
  entrance: string;
  words: string;
  unit: string;
}

const mostElsewhere = 6;

/** What answers the words, best first; what others may do comes after it and says so. */
export function FoundBusinesses({ businesses, entrance, words, unit }: FoundBusinessesProps) {
  const { here, elsewhere } = findBehind(businesses, entrance, words);
  const door = doors.find((each) => each.entrance === entrance)?.title ?? '';
  return (
    <div aria-live="polite">
      {here.length === 0 && elsewhere.length === 0 && (
        <Empty title={`没有找到“${words}”`}>
          <p>换个说法试试。没有列出的业务可到登记大厅窗口咨询。</p>
        </Empty>
      )}
      {here.length > 0 && (
        <>
          <p className="secondary">{`${door}可办的，找到 ${here.length} 项`}</p>
          <ul className="lines">
            {here.map((business) => (
              <BusinessLine key={business.code} business={business} unit={unit} />
            ))}
          </ul>
        </>
      )}
      {elsewhere.length > 0 && (
        <section aria-labelledby="elsewhere" style={{ marginTop: '2rem' }}>
          <h2 id="elsewhere" className="section-title">
            由其他申请人办理
          </h2>
          <ul className="lines">
            {elsewhere.slice(0, mostElsewhere).map((business) => (
              <BusinessLine key={business.code} business={business} unit={unit} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
