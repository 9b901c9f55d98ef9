import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useSession } from '../../app/session-context.ts';
import { useCalendar, useSaveCalendar, type YearCalendar } from '../api/administration.ts';
import { PageHead } from '../components/Panel.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { Awaited } from '../components/states.tsx';
import { toggled, workingDays, type YearDay, yearMonths } from './year-days.ts';
import './calendar.css';

/** 工作日历: the days the time limits count. Changing one recomputes every limit that crosses it. */
export default function CalendarPage() {
  const [parameters, setParameters] = useSearchParams();
  const year = Number(parameters.get('year')) || new Date().getFullYear();
  const calendar = useCalendar(year);
  const go = (next: number) => setParameters({ year: String(next) }, { replace: true });
  return (
    <>
      <PageHead
        title="工作日历"
        note="以工作日计的时限按此计算，改动后跨该日的截止时间随即重算"
        actions={
          <>
            <Button onClick={() => go(year - 1)}>{year - 1} 年</Button>
            <Button onClick={() => go(year + 1)}>{year + 1} 年</Button>
          </>
        }
      />
      <Awaited query={calendar} what="工作日历" lines={10}>
        {(data) => <Year key={data.year} saved={data} />}
      </Awaited>
    </>
  );
}

function Year({ saved }: { saved: YearCalendar }) {
  const { can } = useSession();
  const editable = can('config.manage');
  const [draft, setDraft] = useState(saved);
  const [name, setName] = useState('');
  const save = useSaveCalendar();
  useEffect(() => setDraft(saved), [saved]);
  const changed = draft !== saved;
  const months = yearMonths(saved.year, draft);
  return (
    <>
      <div className="desk-row" style={{ marginBottom: 12 }}>
        <strong>{saved.year} 年</strong>
        <span aria-live="polite">工作日 {workingDays(months)} 天</span>
        <span className="desk-calendar-key is-holiday">休 节假日</span>
        <span className="desk-calendar-key is-make-up">班 调休上班</span>
        {saved.source && (
          <span className="desk-secondary">
            依据：{saved.source}
            {saved.verified === false && <span className="desk-unverified">依据未核</span>}
          </span>
        )}
        {editable && (
          <>
            <Input
              aria-label="所点日期的名称"
              placeholder="名称，如国庆节"
              style={{ width: 160 }}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <Button
              type="primary"
              disabled={!changed}
              loading={save.isPending}
              onClick={() => save.mutate(draft)}
            >
              保存
            </Button>
            <Button disabled={!changed} onClick={() => setDraft(saved)}>
              恢复
            </Button>
          </>
        )}
      </div>
      <ProblemNotice error={save.error} />
      <div className="desk-calendar">
        {months.map((month) => (
          <section key={month.month} aria-label={`${month.month}月`}>
            <h2>{month.month}月</h2>
            <ol>
              {['一', '二', '三', '四', '五', '六', '日'].map((weekday) => (
                <li key={weekday} className="is-head" aria-hidden="true">
                  {weekday}
                </li>
              ))}
              {month.days.map((day, index) => (
                <li key={day.date} style={index === 0 ? { gridColumnStart: month.lead + 1 } : undefined}>
                  <Day
                    day={day}
                    editable={editable}
                    onToggle={() => setDraft(toggled(draft, day.date, name.trim() || defaultName(day)))}
                  />
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </>
  );
}

const kindWords: Record<YearDay['kind'], string> = {
  work: '工作日',
  weekend: '周末',
  holiday: '节假日',
  'make-up': '调休上班',
};

const defaultName = (day: YearDay) => (day.kind === 'weekend' ? '调休上班' : '放假');

function Day({ day, editable, onToggle }: { day: YearDay; editable: boolean; onToggle: () => void }) {
  const label = `${day.date}，${kindWords[day.kind]}${day.name ? `，${day.name}` : ''}`;
  const mark = day.kind === 'holiday' ? '休' : day.kind === 'make-up' ? '班' : '';
  const content = (
    <>
      {day.day}
      {mark && <sup aria-hidden="true">{mark}</sup>}
    </>
  );
  if (!editable) {
    return (
      <span className={`desk-day is-${day.kind}`} title={label}>
        {content}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={`desk-day is-${day.kind}`}
      title={label}
      aria-label={label}
      onClick={onToggle}
    >
      {content}
    </button>
  );
}
