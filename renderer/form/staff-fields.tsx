import {MultiSelect, SimpleGrid, Stack} from '@mantine/core';
import {useController, useFormContext} from 'react-hook-form';
import {signatoryRoleNames} from '../../domain/record-value-words.ts';
import {serviceTypeNames, serviceTypes, signatoryRoles, type SignatoryRole} from '../../domain/vocabulary.ts';
import type {Language} from '../../domain/text.ts';
import {useText} from '../lib/language.tsx';
import {formText} from '../text/form.ts';
import {staffText} from '../text/staff.ts';
import {CodeField} from './code-field.tsx';
import {PersonNameFields, SelectField} from './fields.tsx';
import type {StaffRaw} from './staff-values.ts';

/** A member of staff; see `staffSchema`. Choosing whom one signs as proposes the words of the position. */
export function StaffFields() {
  const {getValues, setValue} = useFormContext<StaffRaw>();
  const propose = (chosen: string) => {
    const role = signatoryRoles.find(each => each === chosen);
    const {kk, ru} = getValues('position');
    const untouched =
      (kk === '' && ru === '') ||
      Object.values(signatoryRoleNames).some(name => lower(name.kk) === kk && lower(name.ru) === ru);
    if (!role || !untouched) return;
    setValue('position', proposedPosition(role), {shouldValidate: true});
  };
  return (
    <Stack gap="sm">
      <PersonNameFields name="name" required />
      <SelectField
        name="signatoryRole"
        label={staffText.role}
        hint={staffText.roleHint}
        choices={signatoryRoles.map(role => ({value: role, label: signatoryRoleNames[role]}))}
        onChosen={propose}
      />
      <SimpleGrid cols={{base: 1, xs: 2}} spacing="sm">
        <PositionField language="kk" />
        <PositionField language="ru" />
      </SimpleGrid>
      <ServicesField />
    </Stack>
  );
}

/** Taken from the list, both languages are filled in. */
function PositionField({language}: {language: Language}) {
  const {setValue} = useFormContext<StaffRaw>();
  return (
    <CodeField
      list="positions"
      name={`position.${language}`}
      label={language === 'kk' ? staffText.positionKk : staffText.positionRu}
      language={language}
      required
      onChosen={({kk, ru}) => setValue('position', {kk, ru}, {shouldDirty: true, shouldValidate: true})}
    />
  );
}

function ServicesField() {
  const {t} = useText();
  const {
    field: {ref, name, value, onChange, onBlur},
  } = useController<StaffRaw, 'serviceTypes'>({name: 'serviceTypes'});
  return (
    <MultiSelect
      ref={ref}
      name={name}
      label={t(staffText.services)}
      data={serviceTypes.map(type => ({value: type, label: t(serviceTypeNames[type])}))}
      value={value}
      onChange={onChange}
      onBlur={onBlur}
      clearable
      clearButtonProps={{'aria-label': t(formText.clear), 'tabIndex': -1}}
      comboboxProps={{shadow: 'md'}}
    />
  );
}

function proposedPosition(role: SignatoryRole): {kk: string; ru: string} {
  const name = signatoryRoleNames[role];
  return {kk: lower(name.kk), ru: lower(name.ru)};
}

/** A position stands in the middle of a line. */
function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
