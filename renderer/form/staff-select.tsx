import {fullName} from '../../domain/person.ts';
import type {Text} from '../../domain/text.ts';
import {useCall} from '../lib/use-call.ts';
import {SelectField, type Choice, type FieldProps} from './fields.tsx';

/** A member of staff; the value is the id, `''` while nobody is chosen. One who has left stays where already chosen. */
export function StaffSelect({value, ...props}: FieldProps & {value?: string}) {
  const {data: staff = []} = useCall('facility', 'staff', {withFormer: true});
  const choices: Choice[] = staff
    .filter(person => person.leftOn === null || person.id === value)
    .map(person => ({value: person.id, label: named(fullName(person.name), person.position)}));
  return <SelectField {...props} choices={choices} searchable />;
}

function named(name: string, position: Text): Text {
  return {
    kk: position.kk === '' ? name : `${name}, ${position.kk}`,
    ru: position.ru === '' ? name : `${name}, ${position.ru}`,
  };
}
