import {SimpleGrid, Stack, Text as Words} from '@mantine/core';
import {useWatch} from 'react-hook-form';
import {z} from 'zod';
import type {numbering} from '../../electron/contract/facility.ts';
import {useText} from '../lib/language.tsx';
import {numberingText} from '../text/setup.ts';
import {NumberField, TextField} from './fields.tsx';
import {raw, typed} from './typed.ts';

export const numberingSchema = z.object({
  filePrefix: typed.line(40).transform(prefix => prefix ?? ''),
  fileStart: typed.requiredInteger(1, 999_999),
  journalStart: typed.requiredInteger(1, 999_999),
});
export type NumberingRaw = z.input<typeof numberingSchema>;

export function numberingRaw(numbers: z.output<typeof numbering> | undefined): NumberingRaw {
  return {
    filePrefix: numbers?.filePrefix ?? '',
    fileStart: raw.number(numbers?.fileStart ?? 1),
    journalStart: raw.number(numbers?.journalStart ?? 1),
  };
}

/** Numbers that continue the paper books; see `numberingSchema`. */
export function NumberingFields() {
  const {t} = useText();
  const [prefix, start] = useWatch<NumberingRaw, ['filePrefix', 'fileStart']>({name: ['filePrefix', 'fileStart']});
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{base: 1, xs: 2}} spacing="sm">
        <TextField name="filePrefix" label={numberingText.filePrefix} hint={numberingText.filePrefixHint} />
        <NumberField name="fileStart" label={numberingText.fileStart} required />
      </SimpleGrid>
      <Words size="sm" c="dimmed">
        {t(numberingText.example(`${prefix}${start}`))}
      </Words>
      <NumberField name="journalStart" label={numberingText.journalStart} required />
    </Stack>
  );
}
