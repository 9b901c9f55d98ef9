import { type AuditExport, auditExportPath } from '../api/audit.ts';
import { ExportDialog } from '../components/ExportDialog.tsx';

/** Takes the lines out as a file. */
export function AuditExportDialog({ query, onClose }: { query: AuditExport; onClose: () => void }) {
  return (
    <ExportDialog
      what="审计日志"
      fileName="审计日志.csv"
      mediaType="text/csv"
      path={(approval) => auditExportPath({ ...query, ...(approval && { approval }) })}
      onClose={onClose}
    />
  );
}
