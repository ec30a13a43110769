import {Badge, Button, Group, NumberInput, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useState} from 'react';
import {z} from 'zod';
import {must} from '../../../domain/assert.ts';
import {formatDate, weekday} from '../../../domain/dates.ts';
import type {Text} from '../../../domain/text.ts';
import type {SpecialDay} from '../../../electron/contract/calendar.ts';
import {DateField, SelectField, TextField} from '../../form/fields.tsx';
import {PlainForm} from '../../form/plain-form.tsx';
import {typed} from '../../form/typed.ts';
import {today} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {calendarText} from '../../text/calendar.ts';
import {DataTable, type DataColumn} from '../../ui/data-table.tsx';
import {Section} from '../../ui/section.tsx';

/** The special days of a year, and the form in which the head sets one otherwise. */
export function CalendarYear({isHead, table}: {isHead: boolean; table: {fromYear: number; toYear: number}}) {
  const {t} = useText();
  const [year, setYear] = useState(Number(today().slice(0, 4)));
  const {data} = useCall('calendar', 'year', {year}, {keepPrevious: true});
  const isOutside = year < table.fromYear || year > table.toYear;
  return (
    <Section title={t(calendarText.days)}>
      <Group gap="md" align="flex-end">
        <NumberInput
          label={t(calendarText.year)}
          w={110}
          size="xs"
          min={1991}
          max={2199}
          clampBehavior="strict"
          allowDecimal={false}
          value={year}
          onChange={value => {
            if (typeof value === 'number' && value >= 1991 && value <= 2199) setYear(value);
          }}
        />
        {data && <Words size="sm">{t(calendarText.workingDays(data.workingDays))}</Words>}
      </Group>
      {isHead && <ChangeDay />}
      {isOutside && <Words size="sm">{t(calendarText.outside)}</Words>}
      {data &&
        (data.days.length > 0 ? <Days days={data.days} isHead={isHead} /> : <Words>{t(calendarText.none)}</Words>)}
    </Section>
  );
}

function Days({days, isHead}: {days: readonly SpecialDay[]; isHead: boolean}) {
  const {t} = useText();
  const {run: removeEdit} = useCommand('calendar', 'removeEdit');
  const remove = async (date: string) => {
    await removeEdit({date});
    notifications.show({message: t(calendarText.removed)});
  };
  const onRemove = isHead ? (date: string) => void remove(date).catch(() => undefined) : null;
  return (
    <DataTable<SpecialDay>
      caption={t(calendarText.days)}
      rows={days}
      rowKey={day => day.date}
      columns={columnsOf(t, onRemove)}
    />
  );
}

function columnsOf(t: (words: Text) => string, onRemove: ((date: string) => void) | null): DataColumn<SpecialDay>[] {
  return [
    {key: 'date', head: t(calendarText.day), width: 110, namesRow: true, cell: day => formatDate(day.date)},
    {
      key: 'weekday',
      head: t(calendarText.weekday),
      width: 130,
      cell: day => t(must(calendarText.weekdays[weekday(day.date) - 1])),
    },
    {
      key: 'state',
      head: t(calendarText.state),
      width: 130,
      cell: day => t(day.working ? calendarText.works : calendarText.off),
    },
    {key: 'reason', head: t(calendarText.reason), cell: day => <Reason day={day} onRemove={onRemove} />},
  ];
}

function Reason({day, onRemove}: {day: SpecialDay; onRemove: ((date: string) => void) | null}) {
  const {t} = useText();
  return (
    <Group gap="xs">
      <span>{t(day.reason)}</span>
      {!day.decided && (
        <Badge variant="light" color="orange">
          {t(calendarText.undecided)}
        </Badge>
      )}
      {day.edited && <Badge variant="light">{t(calendarText.byHead)}</Badge>}
      {day.edited && onRemove && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`${t(calendarText.remove)}: ${formatDate(day.date)}`}
          onClick={() => onRemove(day.date)}
        >
          {t(calendarText.remove)}
        </Button>
      )}
    </Group>
  );
}

const dayStates = ['off', 'works'] as const;

const schema = z.object({
  date: typed.requiredDate(),
  state: typed.requiredChoice(dayStates),
  reason: typed.requiredLine(300),
});

function ChangeDay() {
  const {t} = useText();
  const {run, running} = useCommand('calendar', 'saveEdit');
  const [count, setCount] = useState(0);
  return (
    <PlainForm
      // A fresh form after each day.
      key={count}
      label={t(calendarText.change)}
      schema={schema}
      initial={{date: '', state: 'off' as const, reason: ''}}
      // The keyboard stays here for the next day.
      autoFocus={count > 0}
      onSubmit={async ({date, state, reason}) => {
        await run({date, working: state === 'works', reason});
        notifications.show({message: t(calendarText.changed)});
        setCount(count + 1);
      }}
    >
      {() => (
        <Stack gap="xs">
          <Words fw={600}>{t(calendarText.change)}</Words>
          <Words size="sm" c="dimmed">
            {t(calendarText.changeWhat)}
          </Words>
          <Group gap="sm" align="flex-end" grow preventGrowOverflow={false}>
            <DateField name="date" label={calendarText.day} required />
            <SelectField
              name="state"
              label={calendarText.state}
              required
              choices={dayStates.map(state => ({value: state, label: calendarText[state]}))}
            />
            <TextField name="reason" label={calendarText.reason} required />
          </Group>
          <Group>
            <Button type="submit" loading={running}>
              {t(calendarText.change)}
            </Button>
          </Group>
        </Stack>
      )}
    </PlainForm>
  );
}
