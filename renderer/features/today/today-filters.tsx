import {Group, SegmentedControl, Select} from '@mantine/core';
import {fullName} from '../../../domain/person.ts';
import type {TodayChoice} from '../../../electron/contract/today.ts';
import {useText} from '../../lib/language.tsx';
import {useSessionState} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {todayText} from '../../text/today.ts';
import type {Choose} from './use-today.ts';

interface TodayFiltersProps {
  readonly choice: TodayChoice;
  readonly onChoose: Choose;
}

/** Whose matters are shown, and how they are grouped. Mine: of whom I have a measure, a sheet or a signature. */
export function TodayFilters({choice, onChoose}: TodayFiltersProps) {
  const {t} = useText();
  const own = useSessionState()?.account?.staffId ?? null;
  const {data: staff = []} = useCall('facility', 'staff', {withFormer: false});
  const {data: units} = useCall('unit', 'list', {on: null});
  const open = units?.units.filter(unit => unit.closedOn === null) ?? [];
  return (
    <Group gap="xs">
      {own !== null && (
        <SegmentedControl
          size="xs"
          aria-label={t(todayText.whose)}
          data={[
            {value: 'everyone', label: t(todayText.everyone)},
            {value: 'mine', label: t(todayText.mine)},
          ]}
          value={choice.staffId === null ? 'everyone' : choice.staffId === own ? 'mine' : ''}
          onChange={whose => onChoose({staffId: whose === 'mine' ? own : null})}
        />
      )}
      <Select
        size="xs"
        w={210}
        aria-label={t(todayText.specialist)}
        placeholder={t(todayText.anySpecialist)}
        data={staff.map(person => ({value: person.id, label: fullName(person.name)}))}
        value={choice.staffId}
        onChange={staffId => onChoose({staffId})}
        searchable
        clearable
      />
      {(open.length > 0 || choice.unitId !== null) && (
        <Select
          size="xs"
          w={210}
          aria-label={t(todayText.unit)}
          placeholder={t(todayText.anyUnit)}
          data={open.map(unit => ({value: unit.id, label: t(unit.name)}))}
          value={choice.unitId}
          onChange={unitId => onChoose({unitId})}
          clearable
        />
      )}
      <SegmentedControl
        size="xs"
        aria-label={t(todayText.grouping)}
        data={[
          {value: 'day', label: t(todayText.byDay)},
          {value: 'person', label: t(todayText.byPerson)},
        ]}
        value={choice.byPerson ? 'person' : 'day'}
        onChange={grouping => onChoose({byPerson: grouping === 'person'})}
      />
    </Group>
  );
}
