import {kinshipNames} from '../../../domain/record-value-words.ts';
import {ActionIcon, Box, Button, Group, Paper, Stack, Text as Words} from '@mantine/core';
import {IconPlus, IconX} from '@tabler/icons-react';
import {useRef} from 'react';
import {useFieldArray, useFormContext} from 'react-hook-form';
import {appendix3} from '../../../templates/editions/308-2022/appendix-3.ts';
import {DateField, PersonNameFields, SelectField, TextField} from '../../form/fields.tsx';
import {RepeatedField} from '../../form/repeated-field.tsx';
import {useText} from '../../lib/language.tsx';
import {recipientText} from '../../text/recipient.ts';
import {Section} from '../../ui/section.tsx';
import {kinships, nextKinship, type RawPerson} from './person-values.ts';

const fields = appendix3.fields.parents.fields;
const choices = kinships.map(value => ({value, label: kinshipNames[value]}));

/** Parents of a child with disability; who is absent has the reason and the document that proves it. */
export function Relatives({isChild}: {isChild: boolean}) {
  const {t} = useText();
  const {getValues} = useFormContext<RawPerson>();
  const relatives = useFieldArray<RawPerson, 'relatives'>({name: 'relatives'});
  const addButton = useRef<HTMLButtonElement>(null);
  if (!isChild && relatives.fields.length === 0) return null;
  return (
    <Section title={t(recipientText.relatives)}>
      <Words size="sm" c="dimmed">
        {t(isChild ? recipientText.relativesWhat : recipientText.relativesKept)}
      </Words>
      {relatives.fields.map((field, index) => (
        <Paper key={field.id} withBorder p="sm">
          <Group align="flex-start" wrap="nowrap" gap="sm">
            <Stack gap="xs" style={{flex: 1, minWidth: 0}}>
              <PersonNameFields name={`relatives.${index}.name`} />
              <Group gap="sm" wrap="nowrap" align="flex-start">
                <Box w={140}>
                  <SelectField
                    name={`relatives.${index}.kinship`}
                    label={recipientText.kinship}
                    choices={choices}
                    required
                  />
                </Box>
                <Box w={130}>
                  <DateField name={`relatives.${index}.bornOn`} label={fields.born.label} />
                </Box>
                <Box style={{flex: 1, minWidth: 0}}>
                  <TextField name={`relatives.${index}.absenceReason`} label={fields.absence.label} />
                </Box>
                <Box style={{flex: 1, minWidth: 0}}>
                  <RepeatedField of="proof" name={`relatives.${index}.proof`} label={fields.document.label} />
                </Box>
              </Group>
            </Stack>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t(recipientText.removeRelative(index + 1))}
              onClick={() => {
                relatives.remove(index);
                addButton.current?.focus();
              }}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
        </Paper>
      ))}
      {relatives.fields.length < 10 && (
        <Stack align="flex-start">
          <Button
            ref={addButton}
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() =>
              relatives.append(
                {
                  kinship: nextKinship(getValues('relatives')),
                  name: {surname: '', firstName: '', patronymic: ''},
                  bornOn: '',
                  absenceReason: '',
                  proof: '',
                },
                {focusName: `relatives.${relatives.fields.length}.name.surname`},
              )
            }
          >
            {t(recipientText.addRelative)}
          </Button>
        </Stack>
      )}
    </Section>
  );
}
