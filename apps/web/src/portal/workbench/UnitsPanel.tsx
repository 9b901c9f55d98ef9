import { useHeldUnits } from '../../api/institution.ts';
import { useSession } from '../../app/session-context.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { ErrorState } from '../../components/ErrorState.tsx';
import { SelectField, TextField } from '../../components/Field.tsx';
import { Loading } from '../../components/Loading.tsx';
import { StatusTag } from '../../components/StatusTag.tsx';
import { IdText } from '../../components/text.tsx';
import { useFilters } from './use-filters.tsx';
import styles from './workbench.module.css';

/** Titles of the institution; a developer sees what is promised to nobody yet. */
export default function UnitsPanel() {
  const filters = useFilters();
  const { user } = useSession();
  const builds = user?.organisation?.kind === 'developer';
  const unsold = filters.of('unsold') === 'true';
  const { office } = filters;
  const units = useHeldUnits({
    office,
    q: filters.of('q'),
    cursor: filters.of('cursor'),
    ...(unsold ? { unsold } : {}),
  });
  const items = units.data?.items ?? [];
  return (
    <>
      <div className={styles.filters}>
        <SelectField
          label="登记机构"
          value={office}
          onChange={(value) => filters.set('office', value)}
          options={filters.officeOptions}
        />
        <TextField
          label="查找"
          type="search"
          placeholder="坐落、单元代码或证号"
          value={filters.of('q')}
          onChange={(value) => filters.set('q', value)}
        />
        {builds && (
          <SelectField
            label="销售"
            value={filters.of('unsold')}
            onChange={(value) => filters.set('unsold', value)}
            options={[{ value: 'true', title: '只看未预告的' }]}
            placeholder="全部"
          />
        )}
      </div>
      {units.isPending && <Loading what="不动产" />}
      {units.isError && <ErrorState problem={units.error} onRetry={() => void units.refetch()} />}
      {units.data && items.length === 0 && (
        <Empty title={unsold ? '这一页没有未预告的不动产' : '登记簿上没有贵机构的不动产'} />
      )}
      {items.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">不动产</th>
                <th scope="col">面积与用途</th>
                <th scope="col">证书号</th>
                <th scope="col">状态</th>
                <th scope="col">办理</th>
              </tr>
            </thead>
            <tbody>
              {items.map((unit) => (
                <tr key={unit.code}>
                  <th scope="row">
                    {unit.location}
                    <small>
                      <IdText value={unit.code} />
                    </small>
                  </th>
                  <td>
                    {unit.area} 平方米
                    <small>{unit.useTitle}</small>
                  </td>
                  <td>{unit.certificate ?? '未发证'}</td>
                  <td>
                    {unit.seized && <StatusTag kind="blocked">已查封</StatusTag>}
                    {unit.mortgaged && <StatusTag kind="waiting">有抵押</StatusTag>}
                    {!unit.seized && !unit.mortgaged && <StatusTag kind="done">无限制</StatusTag>}
                  </td>
                  <td>
                    <ButtonLink to={`/businesses?unit=${encodeURIComponent(unit.code)}`}>办理业务</ButtonLink>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {filters.pager(units.data?.nextCursor)}
      <p className={`secondary ${styles.note}`}>您的查看已记入日志。</p>
    </>
  );
}
