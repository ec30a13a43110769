import {Button, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {Link} from 'wouter';
import {must} from '../../../domain/assert.ts';
import {longDate, weekday} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import {ageWords, scheduleKindNames, scheduleStateNames, weekdayNames} from '../../../domain/schedule-words.ts';
import type {ScheduleDay, ScheduleEntry} from '../../../electron/contract/schedule.ts';
import {moveBetweenLines} from '../../lib/arrow-keys.ts';
import {useText} from '../../lib/language.tsx';
import {schedulePlace} from '../../lib/schedule-place.ts';
import {scheduleText} from '../../text/schedule.ts';
import {Section} from '../../ui/section.tsx';

/** An old PC shows so many at once without a pause. */
const shownAtOnce = 60;

/** What stands on a day; each line is the link to the form. */
export function DayList({day}: {day: ScheduleDay | undefined}) {
  const {t} = useText();
  const [limit, setLimit] = useState(shownAtOnce);
  if (day === undefined) return <div />;
  const {date, entries, reason} = day;
  const left = entries.length - limit;
  return (
    <Section title={`${t(longDate(date))}, ${t(must(weekdayNames[weekday(date) - 1]))}`}>
      {reason && <Words size="sm">{t(reason)}</Words>}
      {entries.length === 0 ? (
        <Words size="sm" c="dimmed">
          {t(scheduleText.nothingOn)}
        </Words>
      ) : (
        <ul className="schedule-lines" onKeyDown={moveBetweenLines}>
          {entries.slice(0, limit).map(entry => (
            <Line key={entry.key} entry={entry} />
          ))}
        </ul>
      )}
      {left > 0 && (
        <Button variant="default" size="xs" onClick={() => setLimit(limit + shownAtOnce)}>
          {t(scheduleText.showMore(Math.min(left, shownAtOnce)))}
        </Button>
      )}
    </Section>
  );
}

function Line({entry}: {entry: ScheduleEntry}) {
  const {t} = useText();
  const {kind, state, name, latestOn, age, target} = entry;
  const about = [
    t(scheduleKindNames[kind]),
    ...(age === null ? [] : [t(ageWords(age))]),
    ...(latestOn === null ? [] : [t(scheduleText.latest(latestOn))]),
    ...(state === 'overdue' ? [t(scheduleStateNames.overdue)] : []),
  ];
  return (
    <li>
      <Link href={schedulePlace(target)} className="schedule-line" data-line data-state={state}>
        <strong>{fullName(name)}</strong>
        <span>{about.join(' · ')}</span>
      </Link>
    </li>
  );
}
