import type { BusinessSummary } from '../../api/businesses.ts';
import { Empty } from '../../components/Empty.tsx';
import { BusinessLine } from './BusinessLine.tsx';
import styles from './businesses.module.css';
import { sectionsOf } from './doors.ts';

/** The businesses of one door under their groups, with a way to jump to each. */
export function BusinessSections({
  businesses,
  unit,
}: {
  businesses: readonly BusinessSummary[];
  unit: string;
}) {
  const sections = sectionsOf(businesses);
  if (sections.length === 0)
    return (
      <Empty title="这里还没有可办的业务">
        <p>换一个“谁来办”看看，或到登记大厅窗口咨询。</p>
      </Empty>
    );
  return (
    <div className={styles.layout}>
      <nav className={styles.jump} aria-label="业务类别">
        <ul>
          {sections.map((section) => (
            <li key={section.title}>
              <a href={`#${encodeURIComponent(section.title)}`}>
                {section.title}
                <small>{section.items.length}</small>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.sections}>
        {sections.map((section) => (
          <section key={section.title} id={section.title} aria-labelledby={`${section.title}-head`}>
            <h2 id={`${section.title}-head`} className="section-title">
              {section.title}
              <small>{section.situation}</small>
            </h2>
            <ul className="lines">
              {section.items.map((business) => (
                <BusinessLine key={business.code} business={business} unit={unit} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
