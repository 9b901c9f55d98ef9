import { useCaseHistory } from '../../api/cases.ts';
import { shortMoment } from '../components/moments.ts';
import { Awaited } from '../components/states.tsx';

/** Everything done in the case, the latest first, with what was said. */
export function History({ caseNo }: { caseNo: string }) {
  const history = useCaseHistory(caseNo);
  return (
    <Awaited query={history} what="办理历史" lines={4}>
      {(events) =>
        events.length === 0 ? (
          <p className="desk-secondary">还没有办理记录。</p>
        ) : (
          <ol className="desk-history">
            {[...events].reverse().map((event) => (
              <li key={`${event.at} ${event.action} ${event.step ?? ''} ${event.actor}`}>
                <span>{event.title}</span>
                <small>
                  {event.actor}
                  {event.for && `（代${event.for}）`}，{shortMoment(event.at, new Date())}
                </small>
                {event.comment && <q>{event.comment}</q>}
                {event.data?.items?.map((item) => (
                  <q key={item}>{item}</q>
                ))}
                {event.data?.newFacts && <q>再次补正的理由：{event.data.newFacts}</q>}
              </li>
            ))}
          </ol>
        )
      }
    </Awaited>
  );
}
