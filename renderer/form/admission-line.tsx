import {SegmentedControl, Text as Words, VisuallyHidden} from '@mantine/core';
import {useId} from 'react';
import {useController, useFormContext} from 'react-hook-form';
import type {AdmissionItem, AdmissionState} from '../../domain/admission.ts';
import {addMonths, ageAt, type IsoDate} from '../../domain/dates.ts';
import type {Text} from '../../domain/text.ts';
import {disabilityGroupNames, recipientCategoryNames} from '../../domain/vocabulary.ts';
import {capital} from '../lib/capital.ts';
import {useText} from '../lib/language.tsx';
import {admissionText} from '../text/admission.ts';
import {StatusBadge, type Tone} from '../ui/status-badge.tsx';
import classes from './admission.module.css';
import type {AdmissionRaw, KnownOfPerson} from './admission-values.ts';
import {LineField, SelectField} from './fields.tsx';

export const admissionTones: Record<AdmissionState, Tone> = {'met': 'good', 'not-met': 'late', 'unknown': 'wait'};

const notLookedMark = '?';

/** One condition: how it stands, its paragraph, what it follows from, and what is asked about it. */
export function AdmissionLineFields({
  item,
  found,
  known,
  at,
  values,
}: {
  item: AdmissionItem;
  found: AdmissionState;
  known: KnownOfPerson;
  at: string;
  values: AdmissionRaw;
}) {
  const {t} = useText();
  const id = useId();
  const {setValue} = useFormContext();
  const path = `${at}.answers.${item.id}`;
  const given = values.answers[item.id]?.answer;
  const ticked = given === 'met' || given === 'not-met' ? given : 'unknown';
  const state = found === 'unknown' ? ticked : found;
  const words = foundWords(item, known, values);
  return (
    <li className={classes.line}>
      <StatusBadge tone={admissionTones[state]}>{t(admissionText.states[state])}</StatusBadge>
      <div className={classes.what}>
        <Words size="sm" id={id}>
          {t(capital(item.what))}
        </Words>
        <Words size="xs" c="dimmed">
          {[item.paragraph, ...(words ? [words] : []), ...(item.verified ? [] : [admissionText.unverified])]
            .map(t)
            .join(' · ')}
        </Words>
        {found === 'unknown' && item.test.kind === 'ask' && item.reasons.length > 0 && (
          <SelectField
            name={`${path}.ground`}
            label={admissionText.ground}
            choices={item.reasons.map((label, index) => ({value: String(index), label}))}
            onChosen={chosen => {
              if (chosen !== '') setValue(`${path}.answer`, 'met');
            }}
          />
        )}
        {state === 'not-met' && <LineField name={`${path}.reason`} label={admissionText.reason} required />}
      </div>
      {found === 'unknown' && <Tick name={`${path}.answer`} labelledBy={id} />}
    </li>
  );
}

function Tick({name, labelledBy}: {name: string; labelledBy: string}) {
  const {t} = useText();
  const {field} = useController({name});
  return (
    <SegmentedControl
      size="xs"
      aria-labelledby={labelledBy}
      value={typeof field.value === 'string' ? field.value : 'unknown'}
      onChange={field.onChange}
      onBlur={field.onBlur}
      data={[
        {value: 'met', label: t(admissionText.yes)},
        {value: 'not-met', label: t(admissionText.no)},
        {
          value: 'unknown',
          label: (
            <>
              <span aria-hidden="true">{notLookedMark}</span>
              <VisuallyHidden>{t(admissionText.notLooked)}</VisuallyHidden>
            </>
          ),
        },
      ]}
    />
  );
}

/** What the state follows from; null where only a person can say it. */
function foundWords({test}: AdmissionItem, known: KnownOfPerson, values: AdmissionRaw): Text | null {
  const {found} = admissionText;
  const {on, bornOn, category, disabilityGroup, programmeTo} = known;
  const nothing = found.nothing[test.kind];
  switch (test.kind) {
    case 'ask':
      return null;
    case 'age':
      return bornOn === null ? nothing : ageWords(bornOn, on);
    case 'category':
      return category === null ? nothing : found.category(recipientCategoryNames[category]);
    case 'disability-group':
      return disabilityGroup === null ? nothing : found.group(disabilityGroupNames[disabilityGroup]);
    case 'hours':
      return values.hoursPerDay === '' ? nothing : found.hours(values.hoursPerDay);
    case 'programme':
      return programmeTo === null ? nothing : found.programme(programmeTo);
    case 'stay':
      return values.stayTo === '' ? nothing : found.stay(values.stayTo);
  }
}

/** Of little children in months: the order lets them in from one year and a half. */
function ageWords(bornOn: IsoDate, on: IsoDate): Text | null {
  const years = ageAt(bornOn, on);
  if (years === null) return null;
  if (years >= 3) return admissionText.found.age(years);
  let months = 0;
  while (addMonths(bornOn, months + 1) <= on) months += 1;
  return admissionText.found.months(months);
}
