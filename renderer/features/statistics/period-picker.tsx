import {Button, Group, Select, Stack, TextInput} from '@mantine/core';
import {useState} from 'react';
import {formatDate, parseDate} from '../../../domain/dates.ts';
import {readyPeriod, readyPeriods, type Period} from '../../../domain/statistics-period.ts';
import type {Text} from '../../../domain/text.ts';
import {today} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {formText} from '../../text/form.ts';
import {problemText} from '../../text/problems.ts';
import {statisticsText} from '../../text/statistics.ts';

/** A ready period with one key, any two days, and the unit where there are some. */
export function PeriodPicker({
  period,
  onPeriod,
  unitId,
  onUnit,
  units,
}: {
  period: Period;
  onPeriod: (period: Period) => void;
  unitId: string | null;
  onUnit: (unitId: string | null) => void;
  units: readonly {id: string; name: Text}[];
}) {
  const {t} = useText();
  const isChosen = ({from, to}: Period): boolean => from === period.from && to === period.to;
  return (
    <Stack gap="xs" className="statistics-controls">
      <Group gap={6} role="group" aria-label={t(statisticsText.period)}>
        {readyPeriods.map(kind => {
          const ready = readyPeriod(kind, today());
          return (
            <Button
              key={kind}
              size="compact-sm"
              variant={isChosen(ready) ? 'filled' : 'default'}
              aria-pressed={isChosen(ready)}
              onClick={() => onPeriod(ready)}
            >
              {t(statisticsText.periods[kind])}
            </Button>
          );
        })}
      </Group>
      <Group gap="sm" align="flex-start">
        <OwnDays period={period} onPeriod={onPeriod} />
        {units.length > 0 && (
          <Select
            label={t(statisticsText.unit)}
            data={[
              {value: '', label: t(statisticsText.whole)},
              ...units.map(({id, name}) => ({value: id, label: t(name)})),
            ]}
            value={unitId ?? ''}
            allowDeselect={false}
            onChange={value => onUnit(value === '' ? null : value)}
            w={280}
          />
        )}
      </Group>
    </Stack>
  );
}

/** Two days as they are typed; the period changes when both are days in their order. */
function OwnDays({period, onPeriod}: {period: Period; onPeriod: (period: Period) => void}) {
  const {t} = useText();
  const [typed, setTyped] = useState(daysOf(period));
  const [shown, setShown] = useState(period);
  // A ready period was chosen beside the fields: they follow it, and the keyboard stays where it is.
  if (shown.from !== period.from || shown.to !== period.to) {
    setShown(period);
    setTyped(daysOf(period));
  }
  const [isLeft, setIsLeft] = useState(false);
  const [from, to] = [parseDate(typed.from), parseDate(typed.to)];
  const isReversed = from !== null && to !== null && to < from;
  const take = (): void => {
    setIsLeft(true);
    if (from === null || to === null || isReversed) return;
    if (from !== period.from || to !== period.to) onPeriod({from, to});
  };
  const errors = {
    from: from === null ? problemText['not-a-date'] : null,
    to: to === null ? problemText['not-a-date'] : isReversed ? problemText['period-reversed'] : null,
  };
  return (['from', 'to'] as const).map(end => {
    const error = isLeft ? errors[end] : null;
    return (
      <TextInput
        key={end}
        w={190}
        label={t(statisticsText[end])}
        placeholder={t(formText.datePattern)}
        inputMode="numeric"
        autoComplete="off"
        value={typed[end]}
        error={error && t(error)}
        onChange={event => {
          setIsLeft(false);
          setTyped({...typed, [end]: event.currentTarget.value});
        }}
        onBlur={take}
        onKeyDown={event => {
          if (event.key === 'Enter') take();
        }}
      />
    );
  });
}

function daysOf({from, to}: Period): {from: string; to: string} {
  return {from: formatDate(from), to: formatDate(to)};
}
