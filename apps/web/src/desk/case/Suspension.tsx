import type { CaseView } from '../../api/types.ts';
import { Icon } from '../../components/Icon.tsx';
import { moment } from '../components/moments.ts';

/** A case that rests says so above everything else: since when, by whom, why, and what may still be done. */
export function Suspension({ suspension }: { suspension: CaseView['suspension'] }) {
  if (!suspension) return null;
  const { since, by, reason, over } = suspension;
  return (
    <div className="desk-problem desk-suspended" role="status">
      <strong>
        <Icon name="blocked" /> {over ? '已中止办理，现在可以恢复' : '已中止办理'}
      </strong>
      <p>
        {moment(since)}由{by}中止，事由：{reason}
      </p>
      <p className="desk-secondary">
        中止期间不计入办理时限，除恢复办理和申请人撤回外不能办理其他事项。
        {over
          ? `中止的事由已于${moment(over)}消除，请核对登记簿后点“恢复办理”。`
          : '事由消除后，请点“恢复办理”。'}
      </p>
    </div>
  );
}
