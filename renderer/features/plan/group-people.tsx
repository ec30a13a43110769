import {Checkbox, Group, Select, Stack, Text as Words, TextInput} from '@mantine/core';
import {useState} from 'react';
import {fullName} from '../../../domain/person.ts';
import {fold} from '../../../domain/search-key.ts';
import {placementStatusNames} from '../../../domain/vocabulary.ts';
import type {GroupMemberView, GroupOutcome} from '../../../electron/contract/group-measure.ts';
import {useText} from '../../lib/language.tsx';
import {useCall} from '../../lib/use-call.ts';
import {groupText} from '../../text/group-measure.ts';

const possible: readonly GroupOutcome[] = ['into-draft', 'new-copy', 'new-empty'];
const none = 'none';

/** Everybody who receives services, narrowed by name, unit, specialist and state; whom it cannot be done for says why. */
export function GroupPeople({
  people,
  chosen,
  onChosen,
}: {
  people: readonly GroupMemberView[];
  chosen: ReadonlySet<string>;
  onChosen: (chosen: ReadonlySet<string>) => void;
}) {
  const {t} = useText();
  const {data: units} = useCall('unit', 'list', {on: null});
  const {data: staff = []} = useCall('facility', 'staff', {withFormer: false});
  const [typed, setTyped] = useState('');
  const [unitId, setUnitId] = useState<string | null>(null);
  const [staffId, setStaffId] = useState<string | null>(null);
  const [status, setStatus] = useState<string | null>(null);
  const words = fold(typed).split(' ');
  const shown = people.filter(person => {
    const name = fold(fullName(person.name));
    return (
      words.every(word => name.includes(word)) &&
      (unitId === null || person.unitId === (unitId === none ? null : unitId)) &&
      (staffId === null || person.staffIds.includes(staffId)) &&
      (status === null || person.status === status)
    );
  });
  const open = shown.filter(({outcome}) => possible.includes(outcome));
  const chosenHere = open.filter(({recipientId}) => chosen.has(recipientId)).length;

  function choose(people: readonly GroupMemberView[], isChosen: boolean): void {
    const next = new Set(chosen);
    for (const {recipientId} of people) {
      if (isChosen) next.add(recipientId);
      else next.delete(recipientId);
    }
    onChosen(next);
  }

  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          label={t(groupText.find)}
          value={typed}
          onChange={event => setTyped(event.currentTarget.value)}
          type="search"
          autoComplete="off"
          data-autofocus
          style={{flex: 2}}
        />
        {units !== undefined && units.units.length > 0 && (
          <Select
            label={t(groupText.unit)}
            placeholder={t(groupText.anyUnit)}
            data={[
              ...units.units.map(({id, name}) => ({value: id, label: t(name)})),
              {value: none, label: t(groupText.noUnit)},
            ]}
            value={unitId}
            onChange={setUnitId}
            clearable
            style={{flex: 2}}
          />
        )}
        <Select
          label={t(groupText.specialist)}
          placeholder={t(groupText.anySpecialist)}
          data={staff.map(({id, name}) => ({value: id, label: fullName(name)}))}
          value={staffId}
          onChange={setStaffId}
          clearable
          searchable
          style={{flex: 2}}
        />
        <Select
          label={t(groupText.status)}
          placeholder={t(groupText.anyStatus)}
          data={(['receiving', 'on-leave'] as const).map(value => ({value, label: t(placementStatusNames[value])}))}
          value={status}
          onChange={setStatus}
          clearable
          style={{flex: 2}}
        />
      </Group>
      {shown.length === 0 && <Words size="sm">{t(groupText.nobody)}</Words>}
      {open.length > 0 && (
        <Checkbox
          label={t(groupText.all(open.length))}
          checked={chosenHere === open.length}
          indeterminate={chosenHere > 0 && chosenHere < open.length}
          onChange={event => choose(open, event.currentTarget.checked)}
        />
      )}
      <Stack role="group" aria-label={t(groupText.list)} gap={4} mah={300} style={{overflowY: 'auto'}} py={2} px={4}>
        {shown.map(person => (
          <Checkbox
            key={person.recipientId}
            size="sm"
            label={
              <>
                {fullName(person.name)}
                <Words span size="xs" c="dimmed" ml={6}>
                  {t(groupText.outcomes[person.outcome])}
                </Words>
              </>
            }
            checked={chosen.has(person.recipientId)}
            disabled={!possible.includes(person.outcome)}
            onChange={event => choose([person], event.currentTarget.checked)}
          />
        ))}
      </Stack>
    </Stack>
  );
}
