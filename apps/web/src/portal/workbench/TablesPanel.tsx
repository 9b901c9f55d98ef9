import { useState } from 'react';
import { useBusinesses } from '../../api/businesses.ts';
import { templatePath, useColumns, useUploadTable } from '../../api/institution.ts';
import { asProblem } from '../../api/problem.ts';
import { useSession } from '../../app/session-context.ts';
import { Button } from '../../components/Button.tsx';
import { Field, SelectField } from '../../components/Field.tsx';
import { ProblemPanel } from '../../components/ProblemPanel.tsx';
import { type Filters, useOptions } from '../../list/filters.ts';
import { useList } from '../../list/use-list.ts';
import { RowResults } from './RowResults.tsx';
import { useOffice } from './use-office.ts';
import styles from './workbench.module.css';

/** Many cases from one table: each row is a case of its own. */
export default function TablesPanel() {
  const { user } = useSession();
  const { filter, officeOf } = useOffice();
  const businesses = useBusinesses();
  const uploading = useUploadTable();
  const [file, setFile] = useState<File>();
  const kind = user?.organisation?.kind ?? '';
  const authorised = user?.organisation?.businesses;
  const mine = (businesses.data ?? []).filter(
    ({ code, entrances, channels }) =>
      entrances.includes(kind) &&
      channels.includes('online') &&
      (!authorised || authorised.includes('*') || authorised.includes(code)),
  );
  const list = useList({ business: { kind: 'own', label: '业务' }, office: filter } satisfies Filters);
  const { business } = list.values;
  const office = officeOf(list.values);
  const offices = useOptions(filter.options);
  const columns = useColumns(business);
  return (
    <div className="stack">
      <ol className={styles.steps}>
        <li>
          <div className={styles.filters}>
            <SelectField
              label="业务"
              value={business}
              onChange={(value) => list.set({ business: value })}
              options={mine.map(({ code, name }) => ({ value: code, title: name }))}
              placeholder="请选择"
            />
            {list.offered.includes('office') && (
              <SelectField
                label={filter.label}
                value={office}
                onChange={(value) => list.set({ office: value })}
                options={offices}
              />
            )}
          </div>
        </li>
        <li>
          <p>
            {business ? (
              <a className="button button-default" href={templatePath(business)} download>
                下载表格模板
              </a>
            ) : (
              <span className="secondary">选好业务后下载表格模板，第一行保留，从第二行起每行一件。</span>
            )}
          </p>
          {columns.isError && <ProblemPanel problem={asProblem(columns.error)} />}
          {columns.data && (
            <details>
              <summary>各列怎么填（{columns.data.length} 列）</summary>
              <dl className="facts">
                {columns.data.map(({ title, required, hint, example }) => (
                  <div key={title} className={styles.column}>
                    <dt>{title}</dt>
                    <dd>
                      {[required ? '必填' : '选填', hint, example && `例：${example}`]
                        .filter(Boolean)
                        .join('；')}
                    </dd>
                  </div>
                ))}
              </dl>
            </details>
          )}
        </li>
        <li>
          <Field
            label="填好的表格"
            hint="CSV 格式（电子表格软件“另存为 CSV”），一次最多 100 行。同一行再次上传不会重复发起。"
          >
            {({ id, describedBy }) => (
              <input
                id={id}
                className="input"
                type="file"
                accept=".csv,.txt,text/csv,text/plain"
                aria-describedby={describedBy}
                onChange={(event) => setFile(event.target.files?.[0])}
              />
            )}
          </Field>
        </li>
      </ol>
      <div className="row">
        <Button
          kind="primary"
          disabled={!business || !office || !file}
          busy={uploading.isPending}
          onClick={() => file && uploading.mutate({ business, office, file })}
        >
          上传并逐行发起
        </Button>
      </div>
      {uploading.error && <ProblemPanel problem={asProblem(uploading.error)} focus />}
      {uploading.data && <RowResults items={uploading.data.items} />}
    </div>
  );
}
