import {SimpleGrid, Stack, Text as Words} from '@mantine/core';
import {useWatch} from 'react-hook-form';
import {admission} from '../../templates/editions/308-2022/admission.ts';
import {useText} from '../lib/language.tsx';
import {admissionText} from '../text/admission.ts';
import {AdmissionLineFields} from './admission-line.tsx';
import classes from './admission.module.css';
import {linesWhile, type AdmissionRaw, type KnownOfPerson} from './admission-values.ts';
import {DateField, SelectField, TextField} from './fields.tsx';

const nights = ['day', 'night'] as const;

/**
 * Who may be admitted where, condition by condition with its paragraph: what the program found from what is known, the
 * tick for what only a person can say, and the reason where it goes against. `at`: the path of the values in the form.
 */
export function AdmissionFields({known, at = 'admission'}: {known: KnownOfPerson; at?: string}) {
  const {t} = useText();
  const values = useWatch({name: at}) as AdmissionRaw;
  const lines = linesWhile(known, values);
  const own = admission.filter(item => item.organisationType === known.organisationType);
  const asks = (kind: 'hours' | 'stay') => own.some(({test}) => test.kind === kind);
  const states = lines.map(({item, found}) => (found === 'unknown' ? values.answers[item.id]?.answer : found));
  const against = states.filter(state => state === 'not-met').length;
  const open = states.filter(state => state !== 'not-met' && state !== 'met').length;
  const summary = [
    ...(against > 0 ? [admissionText.against(against)] : []),
    ...(open > 0 ? [admissionText.open(open)] : []),
  ];
  return (
    <Stack gap="xs">
      <Words size="sm" c="dimmed">
        {t(admissionText.what)}
      </Words>
      <SimpleGrid cols={{base: 1, xs: 2}} spacing="sm">
        {asks('hours') && <TextField name={`${at}.hoursPerDay`} label={admissionText.hoursPerDay} />}
        {own.some(item => item.atNight) && (
          <SelectField
            name={`${at}.night`}
            label={admissionText.night}
            choices={nights.map(value => ({value, label: admissionText.nights[value]}))}
          />
        )}
        {asks('stay') && <DateField name={`${at}.stayTo`} label={admissionText.stayTo} />}
      </SimpleGrid>
      <Words size="sm" fw={600} role="status">
        {lines.length === 0
          ? t(admissionText.noneAsked)
          : summary.length === 0
            ? t(admissionText.allMet)
            : summary.map(t).join(' · ')}
      </Words>
      <ul className={classes.lines} aria-label={t(admissionText.title)}>
        {lines.map(({item, found}) => (
          <AdmissionLineFields key={item.id} item={item} found={found} known={known} at={at} values={values} />
        ))}
      </ul>
    </Stack>
  );
}
