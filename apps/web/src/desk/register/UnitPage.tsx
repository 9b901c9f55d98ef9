import { Button } from 'antd';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useUnit, useUnitHistory } from '../../api/register.ts';
import { useSession } from '../../app/session-context.ts';
import { Awaited } from '../components/states.tsx';
import { relationsPath, unitComparisonPath } from '../paths.ts';
import { AsOfLine } from './AsOfLine.tsx';
import { stopAt, stopsOf } from './as-of.ts';
import { EndedRights } from './EndedRights.tsx';
import { HistoryTable } from './HistoryTable.tsx';
import { SheetButton } from './SheetButton.tsx';
import { UnitSheet } from './UnitSheet.tsx';
import './unit-page.css';

/** 登记簿页: the unit as a sheet one could print, now or at any earlier moment. */
export default function UnitPage() {
  const { code = '' } = useParams();
  const [parameters, setParameters] = useSearchParams();
  const asOf = parameters.get('asOf') ?? undefined;
  const navigate = useNavigate();
  const { can } = useSession();
  const unit = useUnit(code, asOf);
  const history = useUnitHistory(code);
  const stops = stopsOf(history.data ?? []);
  const go = (next: string | undefined) => setParameters(next ? { asOf: next } : {}, { replace: true });
  return (
    <>
      <div className="desk-sheet-tools no-print">
        {stops.length > 1 && <AsOfLine stops={stops} index={stopAt(stops, asOf)} onGo={go} />}
        <div className="desk-row">
          {can('register.read') && <Link to={relationsPath(code)}>关系图</Link>}
          {stops.length > 1 && (
            <Button onClick={() => navigate(unitComparisonPath(code, asOf))}>对比两个时点</Button>
          )}
          <Button onClick={() => window.print()}>打印本页</Button>
          <SheetButton code={code} asOf={asOf} />
        </div>
      </div>
      <Awaited page query={unit} what="登记簿页" lines={14}>
        {(view) => <UnitSheet unit={view} historical={asOf !== undefined} stale={unit.isPlaceholderData} />}
      </Awaited>
      <Awaited query={history} what="登记历史" lines={4}>
        {(events) => <HistoryTable events={events} office={unit.data?.office} asOf={asOf} onGo={go} />}
      </Awaited>
      <EndedRights code={code} />
    </>
  );
}
