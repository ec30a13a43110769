import {addDays} from '../../../domain/dates.ts';
import {monthNames, yearTrackNames} from '../../../domain/schedule-words.ts';
import type {ScheduleState} from '../../../domain/schedule.ts';
import {placeInYear, yearTracks, type YearTrack} from '../../../domain/year-line.ts';
import type {YearView} from '../../../electron/contract/schedule.ts';
import {useText} from '../../lib/language.tsx';
import {scheduleText} from '../../text/schedule.ts';
import './year-picture.css';

/** Of the drawing; it is shown about as large. */
const width = 760;
const left = 130;
const line = width - left;
const top = 22;
const trackHeight = 24;
const height = top + yearTracks.length * trackHeight + 4;

const legend = ['done', 'coming', 'overdue'] as const;

/** Shapes, not colours alone, tell what has happened from what is to come. To those who hear the page it is one picture. */
export function YearPicture({view, year}: {view: YearView; year: number}) {
  const {t} = useText();
  const {spans, marks, today} = view;
  const place = (day: string): number => left + placeInYear(day, year) * line;
  const middle = (track: YearTrack): number => top + yearTracks.indexOf(track) * trackHeight + trackHeight / 2;
  return (
    <div>
      <svg
        className="year-picture"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t(scheduleText.picture(year, spans.length, marks.length))}
      >
        {monthNames.map((name, index) => (
          <g key={name.ru}>
            <line
              className="year-edge"
              x1={left + (line / 12) * index}
              x2={left + (line / 12) * index}
              y1={0}
              y2={height}
            />
            <text className="year-month" x={left + (line / 12) * (index + 0.5)} y={14} textAnchor="middle">
              {t(name).slice(0, 3)}
            </text>
          </g>
        ))}
        {yearTracks.map(track => (
          <text key={track} className="year-label" x={0} y={middle(track) + 4}>
            {t(yearTrackNames[track])}
          </text>
        ))}
        {spans.map(({track, from, to, what}) => {
          const end = to.endsWith('-12-31') ? width : place(addDays(to, 1));
          return (
            <rect
              key={`${track} ${from} ${to} ${what.ru}`}
              className="year-span"
              data-track={track}
              x={place(from)}
              y={middle(track) - 7}
              width={Math.max(end - place(from), 2)}
              height={14}
              rx={3}
            >
              <title>{t(scheduleText.lasts(what, from, to))}</title>
            </rect>
          );
        })}
        {marks.map(({track, on, state, what}, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two of one kind may stand on a day
          <g key={`${track} ${on} ${index}`}>
            <Sign x={Math.min(place(on), width - 6)} y={middle(track)} state={state} small={track === 'stay'} />
            <title>{t(scheduleText.onDay(on, what))}</title>
          </g>
        ))}
        {today.startsWith(String(year)) && (
          <line className="year-today" x1={place(today)} x2={place(today)} y1={top - 4} y2={height} />
        )}
      </svg>
      <div className="year-legend" aria-hidden="true">
        {legend.map(state => (
          <span key={state}>
            <svg width={14} height={14} viewBox="0 0 14 14">
              <Sign x={7} y={7} state={state} small={false} />
            </svg>
            {t(scheduleText.legend[state])}
          </span>
        ))}
      </div>
    </div>
  );
}

/** A circle: done; a rhombus: to come, or only written down; a triangle: overdue. */
function Sign({x, y, state, small}: {x: number; y: number; state: ScheduleState; small: boolean}) {
  if (state === 'done') return <circle className="year-sign" data-state={state} cx={x} cy={y} r={small ? 4 : 5.5} />;
  const points =
    state === 'overdue'
      ? [
          [x, y - 6],
          [x + 6, y + 5],
          [x - 6, y + 5],
        ]
      : [
          [x, y - 6],
          [x + 5, y],
          [x, y + 6],
          [x - 5, y],
        ];
  return <polygon className="year-sign" data-state={state} points={points.map(point => point.join(',')).join(' ')} />;
}
