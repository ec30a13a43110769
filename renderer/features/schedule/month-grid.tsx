import {UnstyledButton, VisuallyHidden} from '@mantine/core';
import {useEffect, useRef, type KeyboardEvent} from 'react';
import {must} from '../../../domain/assert.ts';
import {addDays} from '../../../domain/dates.ts';
import {shortKindNames, shortWeekdayNames, weekdayNames} from '../../../domain/schedule-words.ts';
import {weeksOf, type ScheduleKind, type ScheduleState} from '../../../domain/schedule.ts';
import type {ScheduleDay, ScheduleMonth} from '../../../electron/contract/schedule.ts';
import {useText} from '../../lib/language.tsx';
import {scheduleText} from '../../text/schedule.ts';

interface MonthGridProps {
  readonly month: string;
  readonly view: ScheduleMonth;
  readonly chosen: string;
  readonly onChoose: (day: string) => void;
}

const steps: Readonly<Record<string, number>> = {ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7};

/** Weeks from Monday. One day takes the keyboard; the arrows go from it to the others, also into the next month. */
export function MonthGrid({month, view, chosen, onChoose}: MonthGridProps) {
  const {t} = useText();
  const byDate = new Map(view.days.map(day => [day.date, day]));
  const table = useRef<HTMLTableElement>(null);
  const followsKeyboard = useRef(true);
  useEffect(() => {
    // The day that was gone to may be of a month that is still on its way.
    const day = table.current?.querySelector<HTMLElement>(`[data-date='${chosen}']`);
    if (!followsKeyboard.current || !day) return;
    followsKeyboard.current = false;
    day.focus();
  });

  function onKeyDown(event: KeyboardEvent): void {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    followsKeyboard.current = true;
    onChoose(addDays(chosen, step));
  }

  return (
    <table className="schedule-grid" ref={table} onKeyDown={onKeyDown} aria-label={t(scheduleText.title)}>
      <thead>
        <tr>
          {shortWeekdayNames.map((name, index) => (
            <th key={name.ru} scope="col" abbr={t(must(weekdayNames[index]))}>
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a week has no other name
          <tr key={index}>
            {week.map((date, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- nor has a day of another month
              <td key={place} data-off={(date !== null && byDate.get(date)?.off) || undefined}>
                {date !== null && (
                  <Day
                    date={date}
                    day={byDate.get(date)}
                    isToday={date === view.today}
                    isChosen={date === chosen}
                    onChoose={() => onChoose(date)}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** So many kinds of matters are told in a cell. */
const kindsShown = 3;

interface DayProps {
  readonly date: string;
  readonly day: ScheduleDay | undefined;
  readonly isToday: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Day({date, day, isToday, isChosen, onChoose}: DayProps) {
  const {t} = useText();
  const entries = day?.entries ?? [];
  const kinds = countKinds(entries);
  const off = day?.off === true ? (day.reason ?? scheduleText.dayOff) : null;
  const left = kinds.length - kindsShown;
  return (
    <UnstyledButton
      className="schedule-day"
      aria-pressed={isChosen}
      data-date={date}
      tabIndex={isChosen ? 0 : -1}
      data-today={isToday || undefined}
      title={day?.reason ? t(day.reason) : undefined}
      onClick={onChoose}
    >
      <VisuallyHidden>{t(scheduleText.dayLabel(date, entries.length, off, isToday))}</VisuallyHidden>
      <span aria-hidden="true">
        <span className="schedule-number">{Number(date.slice(8))}</span>
        {kinds.slice(0, kindsShown).map(({kind, state, count}) => (
          <span key={`${kind} ${state}`} className="schedule-kind" data-state={state}>
            {t(scheduleText.kindCount(shortKindNames[kind], count))}
          </span>
        ))}
        {left > 0 && <span className="schedule-more">{t(scheduleText.more(left))}</span>}
      </span>
    </UnstyledButton>
  );
}

const order: readonly ScheduleState[] = ['overdue', 'due', 'coming', 'done', 'note'];

function countKinds(entries: ScheduleDay['entries']): {kind: ScheduleKind; state: ScheduleState; count: number}[] {
  return [...Map.groupBy(entries, ({kind, state}) => `${kind} ${state}`).values()]
    .flatMap(([first, ...rest]) =>
      first === undefined ? [] : [{kind: first.kind, state: first.state, count: rest.length + 1}],
    )
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}
