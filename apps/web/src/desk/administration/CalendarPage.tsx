import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useSession } from '../../app/session-context.ts';
import { type CalendarDay, useCalendar, useChangeDay } from '../api/administration.ts';
import { day as dayWords } from '../components/moments.ts';
import { PageHead } from '../components/Panel.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { Awaited } from '../components/states.tsx';
import { turnedOver, workingDays, type YearDay, yearMonths } from './year-days.ts';
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
        {(departures) => <Year year={year} departures={departures} />}
      </Awaited>
    </>
  );
}

function Year({ year, departures }: { year: number; departures: readonly CalendarDay[] }) {
  const { can } = useSession();
  const { modal, message } = App.useApp();
  const editable = can('config.manage');
  const [name, setName] = useState('');
  const change = useChangeDay();
  const months = yearMonths(year, departures);
  const sources = [...new Set(departures.map((day) => day.source))];

  const turn = (day: YearDay) => {
    const next = turnedOver(day, name.trim());
    const become = next.kind === 'ordinary' ? '恢复为平常日' : `设为${kindWords[next.kind]}（${next.name}）`;
    modal.confirm({
      title: `${dayWords(day.date)}${become}`,
      content: '未办结办件的截止时间随即重算。',
      okText: '确认',
      cancelText: '取消',
      onOk: () =>
        change.mutateAsync(next).then(
          ({ movedCases }) => void message.success(`已改，${movedCases} 件办件的截止时间随之变动`),
          () => undefined,
        ),
    });
  };

  return (
    <>
      <div className="desk-row" style={{ marginBottom: 12 }}>
        <strong>{year} 年</strong>
        <span aria-live="polite">工作日 {workingDays(months)} 天</span>
        <span className="desk-calendar-key is-holiday">休 节假日</span>
        <span className="desk-calendar-key is-make-up">班 调休上班</span>
        {editable && (
          <Input
            aria-label="所点日期的名称"
            placeholder="先填名称，再点日期"
            style={{ width: 190 }}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
        <span className="desk-secondary">
          {sources.length > 0 ? `依据：${sources.join('；')}` : '本年尚未录入节假日安排，只按周末计算'}
          {departures.some((day) => !day.verified) && '（未与公布文本核对）'}
        </span>
      </div>
      <ProblemNotice error={change.error} />
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
                  <Day day={day} editable={editable} onTurn={() => turn(day)} />
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
  'make-up': '调休上班日',
};

function Day({ day, editable, onTurn }: { day: YearDay; editable: boolean; onTurn: () => void }) {
  const words = [kindWords[day.kind], day.name].filter(Boolean).join('，');
  const mark = day.kind === 'holiday' ? '休' : day.kind === 'make-up' ? '班' : '';
  const content = (
    <>
      {day.day}
      {mark && <sup>{mark}</sup>}
      <span className="visually-hidden">日，{words}</span>
    </>
  );
  if (!editable) {
    return (
      <span className={`desk-day is-${day.kind}`} title={words}>
        {content}
      </span>
    );
  }
  return (
    <button type="button" className={`desk-day is-${day.kind}`} title={words} onClick={onTurn}>
      {content}
    </button>
  );
}
