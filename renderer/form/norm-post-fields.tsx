import {SimpleGrid} from '@mantine/core';
import {useFormContext} from 'react-hook-form';
import {must} from '../../domain/assert.ts';
import {text} from '../../domain/text.ts';
import {staffNormEditions} from '../../templates/editions/staff-norms.ts';
import {staffText} from '../text/staff.ts';
import {SelectField, TextField} from './fields.tsx';

const choices = must(staffNormEditions.at(-1)).posts.map(({no, name}) => ({
  value: String(no),
  label: text(`${no}. ${name.kk}`, `${no}. ${name.ru}`),
}));

/** `normPost` and `rateHundredths` of `normPostSchema`; a post is proposed as a whole one. */
export function NormPostFields() {
  const {getValues, setValue} = useFormContext<{rateHundredths: string}>();
  const propose = (post: string) => {
    if (post !== '' && getValues('rateHundredths') === '') setValue('rateHundredths', '1', {shouldValidate: true});
  };
  return (
    <SimpleGrid cols={{base: 1, xs: 2}} spacing="sm">
      <SelectField
        name="normPost"
        label={staffText.normPost}
        hint={staffText.normPostHint}
        choices={choices}
        searchable
        onChosen={propose}
      />
      <TextField name="rateHundredths" label={staffText.rate} hint={staffText.rateHint} />
    </SimpleGrid>
  );
}
