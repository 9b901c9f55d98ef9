import { useEffect, useId, useState } from 'react';
import { moment, shortDay } from '../components/moments.ts';
import type { Stop } from './as-of.ts';

interface AsOfLineProps {
  stops: readonly Stop[];
  index: number;
  onGo: (asOf: string | undefined) => void;
}

const settle = 200;
/** More labels than this run into each other; then only the ends and the one in hand are written. */
const mostLabels = 8;

/** A time line one can drag: each mark is an entry, the end is now. The register is read when the handle rests. */
export function AsOfLine({ stops, index, onGo }: AsOfLineProps) {
  const id = useId();
  const [dragged, setDragged] = useState(index);
  useEffect(() => setDragged(index), [index]);
  useEffect(() => {
    if (dragged === index) return undefined;
    const timer = setTimeout(() => onGo(stops[dragged]?.asOf), settle);
    return () => clearTimeout(timer);
  }, [dragged, index, stops, onGo]);
  const stop = stops[dragged];
  const words = stop?.at ? `${moment(stop.at)}，${stop.title}之后` : '现在';
  return (
    <div className="desk-asof">
      <label htmlFor={id}>
        截至 <strong aria-live="polite">{words}</strong>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={stops.length - 1}
        step={1}
        value={dragged}
        aria-valuetext={words}
        onChange={(event) => setDragged(Number(event.target.value))}
      />
      <ol aria-hidden="true" className={stops.length > mostLabels ? 'is-crowded' : undefined}>
        {stops.map((item, position) => (
          <li
            key={item.asOf ?? 'now'}
            className={position === dragged ? 'is-here' : undefined}
            style={{ left: `${(position / (stops.length - 1)) * 100}%` }}
          >
            <button type="button" tabIndex={-1} onClick={() => setDragged(position)}>
              {item.at ? shortDay(item.at) : '现在'}
              <span>{item.at ? item.title : ''}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
