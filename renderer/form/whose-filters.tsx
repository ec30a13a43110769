import {Select, type SelectProps} from '@mantine/core';
import {useState} from 'react';
import {fullName} from '../../domain/person.ts';
import {useText} from '../lib/language.tsx';
import {useCall} from '../lib/use-call.ts';

/** Whose records a list shows: of one specialist, of one unit, of one recipient. Null: of all. */
interface FilterProps extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'clearable' | 'searchable'> {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

export function SpecialistFilter(props: FilterProps) {
  const {data: staff = []} = useCall('facility', 'staff', {withFormer: false});
  return (
    <Select {...props} clearable searchable data={staff.map(({id, name}) => ({value: id, label: fullName(name)}))} />
  );
}

/** Nothing where the organisation has no units. One that is closed is offered no more. */
export function UnitFilter(props: FilterProps) {
  const {t} = useText();
  const {data} = useCall('unit', 'list', {on: null});
  const units = (data?.units ?? []).filter(({id, closedOn}) => closedOn === null || id === props.value);
  if (units.length === 0) return null;
  return <Select {...props} clearable data={units.map(({id, name}) => ({value: id, label: t(name)}))} />;
}

/** Found as one types; whoever is chosen stays in the list. */
export function RecipientFilter({onChange, ...props}: FilterProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{value: string; label: string} | null>(null);
  const {data} = useCall('recipient', 'search', {text: typed.trim().slice(0, 200), limit: 20}, {keepPrevious: true});
  const found = (data ?? []).map(({recipientId: id, name}) => ({value: id, label: fullName(name)}));
  const options = chosen === null || found.some(({value}) => value === chosen.value) ? found : [chosen, ...found];
  return (
    <Select
      {...props}
      searchable
      clearable
      data={options}
      filter={({options: all}) => all}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={value => {
        setChosen(options.find(option => option.value === value) ?? null);
        onChange(value);
      }}
    />
  );
}
