import {Button, FileButton, Group, SegmentedControl, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useState} from 'react';
import {workingWeeks} from '../../../domain/calendar.ts';
import {client} from '../../lib/bridge.ts';
import {useText} from '../../lib/language.tsx';
import {saveText} from '../../lib/save-file.ts';
import {useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {calendarText} from '../../text/calendar.ts';
import {settingsText} from '../../text/settings.ts';
import {ConfirmButton} from '../../ui/confirm-button.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Section} from '../../ui/section.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {CalendarYear} from './calendar-year.tsx';

/** The working week, the table of days off, and the head's own days. */
export function CalendarSettings() {
  const {t} = useText();
  const isHead = useRight('terms');
  const {data: calendar, error} = useCall('calendar', 'get', {});
  const {data: moved} = useCall('calendar', 'moved', {});
  const {run: setWeek} = useCommand('calendar', 'setWeek');
  const [failure, setFailure] = useState<unknown>(null);
  if (!calendar) return error ? <ProblemNote error={error} /> : <Waiting />;
  return (
    <Stack gap="md">
      <Words size="sm">{t(calendarText.what)}</Words>
      {moved !== undefined && moved.count > 0 && (
        <Words size="sm" fw={600} role="status">
          {t(calendarText.moved(moved.count))}
        </Words>
      )}
      {!isHead && (
        <Words size="sm" c="dimmed">
          {t(settingsText.onlyHead)}
        </Words>
      )}
      <Section title={t(calendarText.week)}>
        {failure !== null && <ProblemNote error={failure} />}
        <SegmentedControl
          aria-label={t(calendarText.week)}
          data={workingWeeks.map(week => ({value: week, label: t(calendarText.weeks[week])}))}
          value={calendar.week}
          disabled={!isHead}
          onChange={chosen => {
            const week = workingWeeks.find(each => each === chosen);
            if (!week) return;
            setFailure(null);
            setWeek({week}).catch(setFailure);
          }}
        />
      </Section>
      <Table isHead={isHead} table={calendar.table} />
      <CalendarYear isHead={isHead} table={calendar.table} />
    </Stack>
  );
}

function Table({
  isHead,
  table: {version, fromYear, toYear, isOwn, fromRegistry},
}: {
  isHead: boolean;
  table: {version: string; fromYear: number; toYear: number; isOwn: boolean; fromRegistry: boolean};
}) {
  const {t} = useText();
  const {run: importTable} = useCommand('calendar', 'importTable');
  const {run: dropTable} = useCommand('calendar', 'dropTable');
  const [failure, setFailure] = useState<unknown>(null);
  const take = async (file: File | null) => {
    if (!file) return;
    setFailure(null);
    try {
      const {version: taken} = await importTable({file: await file.text()});
      notifications.show({message: t(calendarText.imported(taken))});
    } catch (error) {
      setFailure(error);
    }
  };
  const give = async () => {
    setFailure(null);
    try {
      const {file, fileName} = await client.calendar.exportTable({});
      saveText(file, fileName);
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Section title={t(calendarText.table)}>
      <Words size="sm">
        {[
          calendarText.tableNow(version, fromYear, toYear),
          isOwn ? calendarText.tableOwn : fromRegistry ? calendarText.tableRegistry : calendarText.tableBuiltIn,
        ]
          .map(t)
          .join(' ')}
      </Words>
      {failure !== null && <ProblemNote error={failure} />}
      <Group gap="xs">
        {isHead && (
          <FileButton onChange={file => void take(file)} accept="application/json,.json">
            {props => (
              <Button variant="default" {...props}>
                {t(calendarText.import)}
              </Button>
            )}
          </FileButton>
        )}
        <Button variant="default" onClick={() => void give()}>
          {t(calendarText.export)}
        </Button>
        {isHead && isOwn && (
          <ConfirmButton
            label={t(calendarText.backToBuiltIn)}
            question={t(calendarText.backQuestion)}
            confirm={t(calendarText.backYes)}
            onConfirm={() => dropTable({})}
          />
        )}
      </Group>
    </Section>
  );
}
