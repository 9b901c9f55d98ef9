import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { send } from '../../api/client.ts';
import { type CsvColumn, saveText, toCsv } from '../../list/csv.ts';
import { ProblemNotice } from '../components/ProblemNotice.tsx';

interface KeepRowsProps<Row> {
  title: string;
  columns: readonly CsvColumn<Row>[];
  rows: readonly Row[];
}

/** Keeps the rows shown as a file whose first line says who took them; the server writes that down first. Row SEC-LEK-02. */
export function KeepRows<Row>({ title, columns, rows }: KeepRowsProps<Row>) {
  const keep = useMutation({
    mutationFn: async () => {
      const { watermark } = await send<{ watermark: string }>('/api/security/takings', {
        method: 'POST',
        body: { kind: 'table', page: window.location.pathname, title, rows: rows.length },
      });
      saveText(`${title}.csv`, toCsv(columns, rows, watermark), 'text/csv;charset=utf-8');
    },
  });
  return (
    <>
      <Button
        size="small"
        disabled={rows.length === 0}
        loading={keep.isPending}
        onClick={() => keep.mutate()}
      >
        导出本页
      </Button>
      <ProblemNotice error={keep.error} />
    </>
  );
}
