import {Group, Select} from '@mantine/core';
import {useState} from 'react';
import {fullName} from '../../../domain/person.ts';
import {useText} from '../../lib/language.tsx';
import {useCall} from '../../lib/use-call.ts';
import {scheduleText} from '../../text/schedule.ts';

/** Null: everybody. */
export interface Whose {
  readonly recipientId: string | null;
  readonly staffId: string | null;
  readonly unitId: string | null;
}

export const nobodyAsked: Whose = {recipientId: null, staffId: null, unitId: null};

export function MonthFilters({whose, onWhose}: {whose: Whose; onWhose: (whose: Whose) => void}) {
  const {t} = useText();
  const {data: units} = useCall('unit', 'list', {on: null});
  const {data: staff = []} = useCall('facility', 'staff', {withFormer: false});
  return (
    <Group gap="xs">
      <Recipient recipientId={whose.recipientId} onRecipient={recipientId => onWhose({...whose, recipientId})} />
      <Select
        aria-label={t(scheduleText.specialist)}
        placeholder={t(scheduleText.everySpecialist)}
        size="xs"
        w={210}
        clearable
        searchable
        value={whose.staffId}
        onChange={staffId => onWhose({...whose, staffId})}
        data={staff.map(({id, name}) => ({value: id, label: fullName(name)}))}
      />
      {units !== undefined && units.units.length > 0 && (
        <Select
          aria-label={t(scheduleText.unit)}
          placeholder={t(scheduleText.everyUnit)}
          size="xs"
          w={170}
          clearable
          value={whose.unitId}
          onChange={unitId => onWhose({...whose, unitId})}
          data={units.units.map(({id, name}) => ({value: id, label: t(name)}))}
        />
      )}
    </Group>
  );
}

/** Found as one types; whoever is chosen stays in the list. */
function Recipient({
  recipientId,
  onRecipient,
}: {
  recipientId: string | null;
  onRecipient: (recipientId: string | null) => void;
}) {
  const {t} = useText();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{value: string; label: string} | null>(null);
  const {data} = useCall('recipient', 'search', {text: typed.trim().slice(0, 200), limit: 20}, {keepPrevious: true});
  const found = (data ?? []).map(({recipientId: id, name}) => ({value: id, label: fullName(name)}));
  const options = chosen === null || found.some(({value}) => value === chosen.value) ? found : [chosen, ...found];
  return (
    <Select
      aria-label={t(scheduleText.recipient)}
      placeholder={t(scheduleText.everyRecipient)}
      nothingFoundMessage={t(scheduleText.nobodyFound)}
      size="xs"
      w={230}
      searchable
      clearable
      data={options}
      filter={({options: all}) => all}
      value={recipientId}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={value => {
        setChosen(options.find(option => option.value === value) ?? null);
        onRecipient(value);
      }}
    />
  );
}
