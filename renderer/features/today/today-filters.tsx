import {Group, SegmentedControl} from '@mantine/core';
import type {TodayChoice} from '../../../electron/contract/today.ts';
import {SpecialistFilter, UnitFilter} from '../../form/whose-filters.tsx';
import {useText} from '../../lib/language.tsx';
import {useSessionState} from '../../lib/session.ts';
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
      <SpecialistFilter
        size="xs"
        w={210}
        aria-label={t(todayText.specialist)}
        placeholder={t(todayText.anySpecialist)}
        value={choice.staffId}
        onChange={staffId => onChoose({staffId})}
      />
      <UnitFilter
        size="xs"
        w={210}
        aria-label={t(todayText.unit)}
        placeholder={t(todayText.anyUnit)}
        value={choice.unitId}
        onChange={unitId => onChoose({unitId})}
      />
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
