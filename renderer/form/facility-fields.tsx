import {Group, Radio, SimpleGrid, Stack, Text as Words} from '@mantine/core';
import {useController} from 'react-hook-form';
import {organisationTypeNames, organisationTypes} from '../../domain/vocabulary.ts';
import {capital} from '../lib/capital.ts';
import {useText} from '../lib/language.tsx';
import {wordsForProblem} from '../text/problems.ts';
import {setupText} from '../text/setup.ts';
import {LineField, TextField} from './fields.tsx';

/** `type` of `facilitySchema`, as four cards. */
export function OrganisationTypeField() {
  const {t} = useText();
  const {field, fieldState} = useController({name: 'type'});
  const {message} = fieldState.error ?? {};
  return (
    <Radio.Group
      label={t(setupText.stepNames.organisation)}
      name={field.name}
      value={typeof field.value === 'string' ? field.value : ''}
      onChange={field.onChange}
      error={message ? t(wordsForProblem(message)) : undefined}
    >
      <SimpleGrid cols={{base: 1, xs: 2}} spacing="xs" mt="xs">
        {organisationTypes.map(type => (
          <Radio.Card key={type} value={type} p="sm" radius="sm">
            <Group wrap="nowrap" gap="sm">
              <Radio.Indicator />
              <Stack gap={0}>
                <Words fw={500}>{t(capital(organisationTypeNames[type]))}</Words>
                <Words size="sm" c="dimmed">
                  {t(setupText.typeHints[type])}
                </Words>
              </Stack>
            </Group>
          </Radio.Card>
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}

/** `name` and `place` of `facilitySchema`. */
export function FacilityNameFields() {
  return (
    <Stack gap="sm">
      {/* Official names are long: they are read whole. */}
      <LineField name="name.kk" label={setupText.nameKk} required />
      <LineField name="name.ru" label={setupText.nameRu} required />
      <SimpleGrid cols={{base: 1, xs: 2}} spacing="sm">
        <TextField name="place.kk" label={setupText.placeKk} hint={setupText.placeKkHint} required />
        <TextField name="place.ru" label={setupText.placeRu} hint={setupText.placeRuHint} required />
      </SimpleGrid>
    </Stack>
  );
}
