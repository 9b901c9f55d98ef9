import { useQuery } from '@tanstack/react-query';
import type { ReviewNotice as Notice } from '../../../../../services/registration/review-schema.ts';
import { get } from '../../api/client.ts';
import { Icon } from '../../components/Icon.tsx';
import styles from './review-notice.module.css';

/** The machine could not pass the case: whom to turn to, where and when (REG-AUD-19). Nothing while there is nothing to say. */
export function ReviewNotice({ caseNo, version }: { caseNo: string; version: number }) {
  const { data: notice } = useQuery({
    queryKey: ['cases', 'one', caseNo, 'review-notice', version],
    queryFn: ({ signal }) =>
      get<{ notice?: Notice }>(`/api/cases/${encodeURIComponent(caseNo)}/review-notice`, undefined, signal),
    select: (answer) => answer.notice,
  });
  if (!notice) return null;
  return (
    <section className={styles.notice} aria-labelledby="review-notice">
      <Icon name="info" />
      <div>
        <h2 id="review-notice">{notice.title}</h2>
        <p>智能审核未能通过，不必重新申请，请联系登记机构人工办理。</p>
        <dl>
          <dt>登记机构</dt>
          <dd>{notice.office.name}</dd>
          {notice.office.address && (
            <>
              <dt>地址</dt>
              <dd>{notice.office.address}</dd>
            </>
          )}
          {notice.office.hours && (
            <>
              <dt>办公时间</dt>
              <dd>{notice.office.hours}</dd>
            </>
          )}
        </dl>
      </div>
    </section>
  );
}
