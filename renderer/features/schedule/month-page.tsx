import {ActionIcon, Button, Group, Text as Words} from '@mantine/core';
import {IconChevronLeft, IconChevronRight} from '@tabler/icons-react';
import {useEffect, useState} from 'react';
import {useLocation} from 'wouter';
import {monthTitle} from '../../../domain/schedule-words.ts';
import {daysOfMonth, monthAfter, monthOf} from '../../../domain/schedule.ts';
import {today as thisDay} from '../../lib/clock.ts';
import {keptWhileSignedIn} from '../../lib/kept.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useSavingPicture} from '../../lib/save-picture.ts';
import {useRight} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {usePrintKey} from '../../lib/use-print-key.ts';
import {capital} from '../../lib/capital.ts';
import {scheduleText} from '../../text/schedule.ts';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {DayList} from './day-list.tsx';
import {MonthFilters, nobodyAsked, type Whose} from './month-filters.tsx';
import {MonthGrid} from './month-grid.tsx';
import './schedule.css';

/** Who opens a form and comes back finds the month and the day as they were. */
const last = keptWhileSignedIn<{month: string; day: string; whose: Whose} | null>(null);

/** A month with what is due on each of its days; a day shows its lines, and a line opens the very form. */
export function MonthPage() {
  const {t} = useText();
  const [day, setDay] = useState(() => last.value?.day ?? thisDay());
  const [month, setMonthState] = useState(() => last.value?.month ?? monthOf(thisDay()));
  const [whose, setWhose] = useState<Whose>(() => last.value?.whose ?? nobodyAsked);
  const {data, error, refetch} = useCall('schedule', 'month', {month, ...whose}, {keepPrevious: true});
  const mayExport = useRight('export');
  const save = useSavingPicture();
  const [, navigate] = useLocation();
  useEffect(() => {
    last.value = {month, day, whose};
  }, [month, day, whose]);

  const source = {kind: 'month', month, ...whose} as const;
  const print = (): void => navigate(paths.paper(source));
  usePrintKey(print);

  function setMonth(next: string): void {
    setMonthState(next);
    const now = thisDay();
    setDay(monthOf(now) === next ? now : daysOfMonth(next).first);
  }

  /** With the arrows one comes from the last day of a month to the first of the next. */
  function goTo(next: string): void {
    setMonthState(monthOf(next));
    setDay(next);
  }

  const shown = data?.days.find(({date}) => date === day);
  return (
    <Page
      wide
      title={t(scheduleText.title)}
      actions={
        <Button.Group>
          <Button variant="default" size="xs" onClick={print}>
            {t(scheduleText.print)}
          </Button>
          {mayExport && (
            <Button variant="default" size="xs" onClick={() => void save(source)}>
              {t(scheduleText.excel)}
            </Button>
          )}
        </Button.Group>
      }
    >
      <Group gap="md" justify="space-between">
        <Group gap="xs">
          <ActionIcon
            variant="default"
            size="md"
            aria-label={t(scheduleText.previous)}
            onClick={() => setMonth(monthAfter(month, -1))}
          >
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <Words fw={600} w={190} ta="center" role="status">
            {t(capital(monthTitle(month)))}
          </Words>
          <ActionIcon
            variant="default"
            size="md"
            aria-label={t(scheduleText.following)}
            onClick={() => setMonth(monthAfter(month, 1))}
          >
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
          <Button variant="default" size="xs" onClick={() => setMonth(monthOf(thisDay()))}>
            {t(scheduleText.thisMonth)}
          </Button>
        </Group>
        <MonthFilters whose={whose} onWhose={setWhose} />
      </Group>
      {error && <ProblemNote error={error} retry={() => void refetch()} />}
      {data ? (
        <div className="schedule">
          <MonthGrid month={month} view={data} chosen={day} onChoose={goTo} />
          <DayList key={day} day={shown} />
        </div>
      ) : (
        !error && <Waiting />
      )}
      {data && data.total > data.days.reduce((sum, {entries}) => sum + entries.length, 0) && (
        <Words size="sm" c="dimmed">
          {t(
            scheduleText.cut(
              data.days.reduce((sum, {entries}) => sum + entries.length, 0),
              data.total,
            ),
          )}
        </Words>
      )}
    </Page>
  );
}
