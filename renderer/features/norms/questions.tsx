import {Anchor, MultiSelect, Stack, Text as Words, Title} from '@mantine/core';
import type {ReactNode} from 'react';
import {useController, useFormContext} from 'react-hook-form';
import {Link} from 'wouter';
import {fullName, type PersonName} from '../../../domain/person.ts';
import {questionsFor, toBeEntered} from '../../../domain/staff-norms/asked.ts';
import {roundings, type Place} from '../../../domain/staff-norms/facility.ts';
import {flags, organisationKinds} from '../../../domain/staff-norms/norm.ts';
import {organisationKindNames, roundingNames} from '../../../domain/staff-norms/words.ts';
import type {Text} from '../../../domain/text.ts';
import type {NormAnswers, NormPlace} from '../../../electron/contract/norms.ts';
import type {StaffNormEdition} from '../../../templates/core/staff-norm-edition.ts';
import {CheckField, NumberField, SelectField} from '../../form/fields.tsx';
import {capital} from '../../lib/capital.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {formText} from '../../text/form.ts';
import {normsText} from '../../text/norms.ts';
import {wordsForProblem} from '../../text/problems.ts';
import {FlagAnswer, NumberAnswer} from './answer-fields.tsx';
import {enteredName, type RawNorms} from './norm-values.ts';

export interface StaffChoice {
  readonly id: string;
  readonly name: PersonName;
  readonly unitId: string | null;
}

interface QuestionsProps {
  readonly edition: StaffNormEdition;
  readonly place: NormPlace;
  readonly answers: NormAnswers;
  readonly staff: readonly StaffChoice[];
}

/** What has to be known for this place, and nothing that could change no figure of it. */
export function Questions({edition, place, answers, staff}: QuestionsProps) {
  const {t} = useText();
  const isUnit = place.unitId !== null;
  const asked = placeOf(place, answers);
  const questions = asked === null ? [] : questionsFor(edition, asked);
  const existing = flags.filter(flag => questions.includes(flag));
  const counted = questions.filter(question => !existing.some(flag => flag === question));
  const entered = asked === null ? [] : toBeEntered(edition, asked);
  return (
    <Stack gap="md">
      {!isUnit && (
        <SelectField
          name="kind"
          label={normsText.kind}
          required
          choices={organisationKinds.map(kind => ({value: kind, label: capital(organisationKindNames[kind])}))}
        />
      )}
      <NumberField name="people" label={normsText.people} hint={normsText.peopleHint(place.receiving)} />
      <SelectField
        name="rounding"
        label={normsText.rounding}
        hint={normsText.roundingHint}
        clearable={false}
        choices={roundings.map(rounding => ({value: rounding, label: roundingNames[rounding]}))}
      />
      {existing.length > 0 && (
        <Part title={normsText.exists}>
          {existing.map(flag => (
            <FlagAnswer key={flag} name={`flags.${flag}`} label={edition.questions[flag]} />
          ))}
        </Part>
      )}
      {counted.length > 0 && (
        <Part title={normsText.numbers}>
          {counted.map(count => (
            <NumberAnswer
              key={count}
              name={`counts.${count}`}
              label={edition.questions[count]}
              // How many of those in the wards need individual care only a person can say.
              hint={
                count === 'severePatients' && place.palliative
                  ? normsText.inWards(place.palliative.people, place.palliative.places)
                  : undefined
              }
            />
          ))}
        </Part>
      )}
      {entered.length > 0 && (
        <Part title={normsText.entered} hint={normsText.enteredHint}>
          {entered.map(({no, name}) => (
            <NumberAnswer key={no} name={`entered.${enteredName(no)}`} label={normsText.numbered(no, name)} />
          ))}
        </Part>
      )}
      <Part title={normsText.staff}>
        {isUnit && <UnitStaff place={place} staff={staff} />}
        <CheckField name="staffIsWhole" label={normsText.staffIsWhole} hint={normsText.staffIsWholeHint} />
        {place.withoutPost > 0 && (
          <Words size="sm" c="var(--tone-wait)">
            {t(normsText.withoutPost(place.withoutPost))}
          </Words>
        )}
        <Anchor component={Link} href={paths.settings('staff')} size="sm" underline="always">
          {t(normsText.openStaff)}
        </Anchor>
      </Part>
    </Stack>
  );
}

/** Null while the kind is not chosen: then nobody knows what matters. */
function placeOf(place: NormPlace, {kind, people}: NormAnswers): Place | null {
  const count = people ?? place.receiving;
  if (place.unitId !== null) return {kind: 'unit', residents: count};
  return kind === null ? null : {kind: 'organisation', organisation: kind, recipients: count};
}

function Part({title, hint, children}: {title: Text; hint?: Text; children: ReactNode}) {
  const {t} = useText();
  return (
    <Stack gap={8} component="section" aria-label={t(title)}>
      <Title order={3} size="h6">
        {t(title)}
      </Title>
      {hint && (
        <Words size="xs" c="dimmed">
          {t(hint)}
        </Words>
      )}
      {children}
    </Stack>
  );
}

/** Only who works in no other unit is offered. */
function UnitStaff({place, staff}: {place: NormPlace; staff: readonly StaffChoice[]}) {
  const {t} = useText();
  const {formState} = useFormContext<RawNorms>();
  const {
    field: {ref, name: fieldName, value, onChange, onBlur},
  } = useController<RawNorms, 'staffIds'>({name: 'staffIds'});
  const message = formState.errors.staffIds?.message;
  const offered = staff.filter(({unitId, id}) => unitId === null || unitId === place.unitId || value.includes(id));
  return (
    <MultiSelect
      ref={ref}
      name={fieldName}
      label={t(normsText.unitStaff)}
      description={t(normsText.unitStaffHint)}
      data={offered.map(({id, name}) => ({value: id, label: fullName(name)}))}
      value={value}
      onChange={onChange}
      onBlur={onBlur}
      error={message ? t(wordsForProblem(message)) : undefined}
      searchable
      clearable
      nothingFoundMessage={t(formText.nothingFound)}
      clearButtonProps={{'aria-label': t(formText.clear), 'tabIndex': -1}}
      comboboxProps={{shadow: 'md'}}
    />
  );
}
