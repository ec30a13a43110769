import {Button, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useState, type ReactNode} from 'react';
import {Link} from 'wouter';
import {formatDate} from '../../../domain/dates.ts';
import {readyPeriod, type Period} from '../../../domain/statistics-period.ts';
import type {StatisticsTableId} from '../../../domain/statistics-tables.ts';
import {tableNames, tableNotes} from '../../../domain/statistics-words.ts';
import type {StatisticsView} from '../../../electron/contract/statistics.ts';
import {client} from '../../lib/bridge.ts';
import {today} from '../../lib/clock.ts';
import {failureText} from '../../lib/failures.ts';
import {keptWhileSignedIn} from '../../lib/kept.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {saveBytes} from '../../lib/save-file.ts';
import {useSessionState} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {usePrintKey} from '../../lib/use-print-key.ts';
import {commonText} from '../../text/common.ts';
import {statisticsText} from '../../text/statistics.ts';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Section} from '../../ui/section.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {Chart} from './charts.tsx';
import {NumberList} from './number-list.tsx';
import {NumberTable, type ChosenNumber, type ShownTable} from './number-table.tsx';
import {PeriodPicker} from './period-picker.tsx';
import './statistics.css';
import {tellFailure} from '../../lib/tell-failure.tsx';

interface Wanted extends Period {
  readonly unitId: string | null;
}

/** Who looks at a list, opens a person and comes back, finds the period as it was. */
const lastWanted = keptWhileSignedIn<Wanted | null>(null);

/** Numbers for a period: as tables whose numbers open their lists, as charts, on paper and in a workbook. */
export function StatisticsPage() {
  const {t} = useText();
  const [wanted, setWantedState] = useState<Wanted>(
    () => lastWanted.value ?? {...readyPeriod('year', today()), unitId: null},
  );
  const [chosen, setChosen] = useState<ChosenNumber | null>(null);
  const {data, error, refetch} = useCall('statistics', 'get', wanted, {keepPrevious: true});
  const {data: facility} = useCall('facility', 'get', {});
  const save = useSaving(wanted);
  usePrintKey(() => window.print());
  const setWanted = (next: Wanted): void => {
    lastWanted.value = next;
    setWantedState(next);
  };
  return (
    <Page
      title={t(statisticsText.title)}
      actions={
        <div className="statistics-controls">
          <Button.Group>
            <Button component={Link} href={paths.norms()} variant="default">
              {t(statisticsText.norms)}
            </Button>
            <Button variant="default" onClick={() => window.print()}>
              {t(commonText.print)}
            </Button>
            <Button variant="default" onClick={() => void save()}>
              {t(statisticsText.excel)}
            </Button>
          </Button.Group>
        </div>
      }
    >
      {facility && <Words className="statistics-paper">{t(facility.name)}</Words>}
      <PeriodPicker
        period={wanted}
        onPeriod={period => setWanted({...wanted, ...period})}
        unitId={wanted.unitId}
        onUnit={unitId => setWanted({...wanted, unitId})}
        units={data?.units ?? []}
      />
      {error && <ProblemNote error={error} retry={() => void refetch()} />}
      {data ? <Tables view={data} period={wanted} onOpen={setChosen} /> : !error && <Waiting />}
      <NumberList scope={wanted} chosen={chosen} onClose={() => setChosen(null)} />
    </Page>
  );
}

function Tables({
  view: {tables, lastDay, places},
  period: {from, to},
  onOpen,
}: {
  view: StatisticsView;
  period: Period;
  onOpen: (number: ChosenNumber) => void;
}) {
  const {t} = useText();
  const of = (id: StatisticsTableId): ShownTable => tables.find(table => table.id === id) ?? {id, rows: []};
  const numbers = (id: StatisticsTableId, percentOf: number | null = null) => (
    <NumberTable table={of(id)} percentOf={percentOf} onOpen={onOpen} />
  );
  return (
    <Stack gap="md" className="statistics">
      <Words size="sm" role="status">
        {[statisticsText.shown(formatDate(from), formatDate(to)), statisticsText.lastDay(formatDate(lastDay))]
          .map(t)
          .join('. ')}
      </Words>
      <Words size="sm" c="dimmed" className="statistics-controls">
        {t(statisticsText.hint)}
      </Words>
      <Part id="category">
        <Chart table={of('category')} />
        {numbers('category')}
      </Part>
      <div className="statistics-pair">
        <Part id="status">{numbers('status')}</Part>
        <Part id="movement">{numbers('movement')}</Part>
        <Part id="age">{numbers('age')}</Part>
        <Part id="sex">{numbers('sex')}</Part>
      </div>
      <Part id="occupancy" note={places === null ? t(statisticsText.placesUnknown) : t(statisticsText.places(places))}>
        <Chart table={of('occupancy')} places={places} />
        {numbers('occupancy', places === 0 ? null : places)}
      </Part>
      <Part id="services">
        <Chart table={of('services')} />
        {numbers('services')}
      </Part>
      <Part id="monitoring">
        <Chart table={of('monitoring')} />
        {numbers('monitoring')}
      </Part>
      <Part id="deadlines">
        {of('deadlines').rows.length === 0 ? (
          <Words size="sm">{t(statisticsText.noRules)}</Words>
        ) : (
          <>
            <Chart table={of('deadlines')} />
            {numbers('deadlines')}
          </>
        )}
      </Part>
    </Stack>
  );
}

/** A table under its name with the way it is counted, and its picture beside it. */
function Part({id, note, children}: {id: StatisticsTableId; note?: string; children: ReactNode}) {
  const {t} = useText();
  return (
    <Section title={t(tableNames[id])}>
      <Words size="xs" c="dimmed">
        {t(tableNotes[id])} {note}
      </Words>
      <div className="statistics-pair">{children}</div>
    </Section>
  );
}

/** A page in a browser cannot be asked where to: the browser does that with a download. */
function useSaving(wanted: Wanted): () => Promise<void> {
  const {t, language} = useText();
  const session = useSessionState();
  return async () => {
    try {
      if (session?.host === 'loopback') {
        const {file, fileName} = await client.statistics.excel({...wanted, language});
        saveBytes(file, fileName);
      } else if (!(await client.statistics.saveExcel({...wanted, language})).saved) return;
      notifications.show({message: t(statisticsText.saved)});
    } catch (error) {
      tellFailure(t, failureText(error));
    }
  };
}
