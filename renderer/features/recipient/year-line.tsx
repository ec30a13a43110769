import {ActionIcon, Anchor, Button, Group, Text as Words} from '@mantine/core';
import {IconChevronLeft, IconChevronRight} from '@tabler/icons-react';
import {useState, type ReactNode} from 'react';
import {Link} from 'wouter';
import {formatDate} from '../../../domain/dates.ts';
import {scheduleStateNames, yearTrackNames} from '../../../domain/schedule-words.ts';
import type {ScheduleState} from '../../../domain/schedule.ts';
import type {Text} from '../../../domain/text.ts';
import type {YearTrack} from '../../../domain/year-line.ts';
import type {YearView} from '../../../electron/contract/schedule.ts';
import {capital} from '../../lib/capital.ts';
import {today} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useSavingPicture} from '../../lib/save-picture.ts';
import {schedulePlace} from '../../lib/schedule-place.ts';
import {useRight} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {scheduleText} from '../../text/schedule.ts';
import {DataTable} from '../../ui/data-table.tsx';
import {Section} from '../../ui/section.tsx';
import {YearPicture} from './year-picture.tsx';

/** The year of a recipient on one line, and the same as a table. */
export function YearLine({recipientId}: {recipientId: string}) {
  const {t} = useText();
  const [year, setYear] = useState(() => Number(today().slice(0, 4)));
  const [asTable, setAsTable] = useState(false);
  const {data} = useCall('schedule', 'year', {recipientId, year}, {keepPrevious: true});
  const mayExport = useRight('export');
  const save = useSavingPicture();
  if (!data) return null;
  const source = {kind: 'life', recipientId, year} as const;
  const known = [...data.years, year];
  const isEmpty = data.spans.length + data.marks.length === 0;
  return (
    <Section
      title={t(scheduleText.year)}
      actions={
        <Group gap="xs">
          <ActionIcon
            variant="default"
            aria-label={t(scheduleText.previousYear)}
            disabled={year <= Math.min(...known)}
            onClick={() => setYear(year - 1)}
          >
            <IconChevronLeft size={16} aria-hidden />
          </ActionIcon>
          <Words size="sm" fw={600} role="status">
            {t(scheduleText.yearOf(year))}
          </Words>
          <ActionIcon
            variant="default"
            aria-label={t(scheduleText.followingYear)}
            disabled={year >= Math.max(...known)}
            onClick={() => setYear(year + 1)}
          >
            <IconChevronRight size={16} aria-hidden />
          </ActionIcon>
          <Button component={Link} href={paths.paper(source)} variant="default" size="compact-sm">
            {t(scheduleText.print)}
          </Button>
          {mayExport && (
            <Button variant="default" size="compact-sm" onClick={() => void save(source)}>
              {t(scheduleText.excel)}
            </Button>
          )}
        </Group>
      }
    >
      {isEmpty ? (
        <Words size="sm">{t(scheduleText.yearEmpty)}</Words>
      ) : (
        <>
          <YearPicture view={data} year={year} />
          <Button
            variant="subtle"
            size="compact-sm"
            style={{alignSelf: 'flex-start'}}
            aria-expanded={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {t(asTable ? scheduleText.hideTable : scheduleText.asTable)}
          </Button>
          {asTable && <YearTable view={data} recipientId={recipientId} />}
        </>
      )}
    </Section>
  );
}

interface Row {
  readonly key: string;
  readonly from: string;
  readonly when: string;
  readonly track: YearTrack;
  readonly what: Text;
  readonly state: ScheduleState | null;
  readonly href: string;
}

function YearTable({view: {spans, marks}, recipientId}: {view: YearView; recipientId: string}) {
  const {t} = useText();
  const rows: Row[] = [
    ...spans.map(({track, from, to, openEnd, what, planId}) => ({
      key: `${track} ${from} ${planId ?? ''}`,
      from,
      when: openEnd ? `${formatDate(from)} –` : `${formatDate(from)} – ${formatDate(to)}`,
      track,
      what,
      state: null,
      href: planId === null ? paths.recipient(recipientId) : paths.plan(recipientId, planId),
    })),
    ...marks.map(({track, on, what, state, target}, index) => ({
      key: `${track} ${on} ${index}`,
      from: on,
      when: formatDate(on),
      track,
      what,
      state,
      href: schedulePlace(target),
    })),
  ].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return (
    <DataTable<Row>
      caption={t(scheduleText.year)}
      rows={rows}
      rowKey={({key}) => key}
      columns={[
        {key: 'date', head: t(scheduleText.date), width: 190, cell: ({when}) => when},
        {key: 'part', head: t(scheduleText.part), width: 170, cell: ({track}) => t(yearTrackNames[track])},
        {
          key: 'what',
          head: t(scheduleText.what),
          namesRow: true,
          cell: whatCell,
        },
        {
          key: 'state',
          head: t(scheduleText.state),
          width: 130,
          cell: ({state}) => state !== null && t(scheduleStateNames[state]),
        },
      ]}
    />
  );
}

function whatCell({what, href}: Row): ReactNode {
  return <What what={what} href={href} />;
}

function What({what, href}: Pick<Row, 'what' | 'href'>) {
  const {t} = useText();
  return (
    <Anchor component={Link} href={href} size="sm">
      {t(capital(what))}
    </Anchor>
  );
}
