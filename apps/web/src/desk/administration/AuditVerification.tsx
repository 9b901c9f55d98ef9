import { Button } from 'antd';
import { StatusTag } from '../../components/StatusTag.tsx';
import { useAuditVerification } from '../api/audit.ts';
import { ProblemNotice } from '../components/ProblemNotice.tsx';

/** Recomputes the chain of the log and says whether anything was changed or taken out. */
export function AuditVerification() {
  const verification = useAuditVerification();
  const result = verification.data;
  return (
    <div className="desk-row" style={{ marginBottom: 12 }}>
      <Button loading={verification.isPending} onClick={() => verification.mutate()}>
        校验日志
      </Button>
      <span aria-live="polite">
        {result?.valid === true && (
          <StatusTag kind="done">
            校验一致，共 {result.checked} 条，没有改动和缺失
            {result.waiting > 0 && `；另有 ${result.waiting} 条等待上链`}
          </StatusTag>
        )}
        {result?.valid === false && (
          <StatusTag kind="blocked">
            发现 {result.broken.length} 处不一致：
            {result.broken
              .map((item) => `${item.office} 第 ${item.sequence ?? '?'} 条 ${item.reason}`)
              .join('；')}
          </StatusTag>
        )}
        {!result && <span className="desk-secondary">逐条重算哈希链，核对有无增删改。</span>}
      </span>
      <ProblemNotice error={verification.error} />
    </div>
  );
}
