import {Checkbox, Select, SimpleGrid, Textarea, TextInput} from '@mantine/core';
import {useState, type ReactNode} from 'react';
import {useController, useFormContext} from 'react-hook-form';
import {formatDate, isIsoDate, parseDate} from '../../domain/dates.ts';
import {cleanMultiline, cleanText, unprintable} from '../../domain/person.ts';
import type {Text} from '../../domain/text.ts';
import {useText} from '../lib/language.tsx';
import {formText} from '../text/form.ts';
import {wordsForProblem} from '../text/problems.ts';
import {Remark} from '../ui/remark.tsx';

export interface FieldProps {
  /** Path into the form's values. */
  name: string;
  label: Text;
  hint?: Text;
  /** Shows the mark; the check itself is the schema's. */
  required?: boolean;
  disabled?: boolean;
  /** The keyboard is here when the field appears. */
  autoFocus?: boolean;
}

/** What every field has in common: its value, its label, its message. */
export function useField({name, label, hint, required, disabled, autoFocus}: FieldProps) {
  const {t} = useText();
  const {field, fieldState} = useController({name});
  return {
    field,
    t,
    common: {
      'name': field.name,
      'ref': field.ref,
      'label': t(label),
      'description': hint ? t(hint) : undefined,
      'withAsterisk': required ?? false,
      'aria-required': required ?? false,
      'disabled': disabled ?? false,
      'autoFocus': autoFocus ?? false,
      'error': fieldState.error?.message ? t(wordsForProblem(fieldState.error.message)) : undefined,
    },
  };
}

/** Said beforehand, under the input: what paper cannot show. */
export function remarkUnder(kept: string): (input: ReactNode) => ReactNode {
  const characters = unprintable(kept).slice(0, 5).join(' ');
  if (characters === '') return input => input;
  return input => (
    <>
      {input}
      <Remark of={formText.unprintable(characters)} />
    </>
  );
}

export function TextField(props: FieldProps & {maxLength?: number; autoComplete?: string}) {
  const {field, common} = useField(props);
  return (
    <TextInput
      {...common}
      autoComplete={props.autoComplete ?? 'off'}
      inputContainer={remarkUnder(common.error ? '' : cleanText(asText(field.value)))}
      value={asText(field.value)}
      onChange={field.onChange}
      onBlur={field.onBlur}
    />
  );
}

/** Several lines; grows with its text. Enter is a new line here, Ctrl+Enter saves. */
export function ProseField(props: FieldProps & {minRows?: number}) {
  const {field, common} = useField(props);
  return (
    <Textarea
      {...common}
      inputContainer={remarkUnder(common.error ? '' : cleanMultiline(asText(field.value)))}
      autosize
      minRows={props.minRows ?? 2}
      maxRows={14}
      value={asText(field.value)}
      onChange={field.onChange}
      onBlur={field.onBlur}
    />
  );
}

/** One line by its meaning that is often longer than its field: it grows instead of hiding its end. */
export function LineField(props: FieldProps) {
  const {field, common} = useField(props);
  return (
    <Textarea
      {...common}
      autosize
      minRows={1}
      maxRows={4}
      data-one-line
      value={asText(field.value)}
      onChange={event => field.onChange(event.currentTarget.value.replaceAll(/\s*\n\s*/g, ' '))}
      onBlur={field.onBlur}
    />
  );
}

/**
 * A date as people type it: 5.1.2026, 05012026, 2026-01-05. Understood when the field is left; what is not a date stays
 * as typed, with its message. The form's value is an ISO date, or that text.
 */
export function DateField(props: FieldProps) {
  const {field, common, t} = useField(props);
  const {clearErrors, trigger} = useFormContext();
  const value = asText(field.value);
  const shown = isIsoDate(value) ? formatDate(value) : value;
  const [typing, setTyping] = useState<string | null>(null);
  return (
    <TextInput
      {...common}
      autoComplete="off"
      inputMode="numeric"
      placeholder={t(formText.datePattern)}
      value={typing ?? shown}
      onFocus={() => setTyping(shown)}
      onChange={event => {
        setTyping(event.currentTarget.value);
        if (common.error) clearErrors(props.name);
        field.onChange(parseDate(event.currentTarget.value) ?? event.currentTarget.value);
      }}
      onBlur={() => {
        setTyping(null);
        field.onBlur();
        if (value !== '' && !isIsoDate(value)) void trigger(props.name);
      }}
    />
  );
}

export interface Choice {
  readonly value: string;
  readonly label: Text;
}

/** One of a closed list; `''` while nothing is chosen. */
export function SelectField(
  props: FieldProps & {
    choices: readonly Choice[];
    clearable?: boolean;
    searchable?: boolean;
    /** After the person has chosen; for what follows from it. */
    onChosen?: (value: string) => void;
  },
) {
  const {field, common, t} = useField(props);
  return (
    <Select
      {...common}
      data={props.choices.map(choice => ({value: choice.value, label: t(choice.label)}))}
      value={asText(field.value) || null}
      onChange={value => {
        field.onChange(value ?? '');
        props.onChosen?.(value ?? '');
      }}
      onBlur={field.onBlur}
      // A line that is chosen already stays chosen when it is taken again.
      allowDeselect={false}
      clearable={props.clearable ?? !props.required}
      clearButtonProps={{'aria-label': t(formText.clear), 'tabIndex': -1}}
      searchable={props.searchable ?? false}
      nothingFoundMessage={t(formText.nothingFound)}
      comboboxProps={{shadow: 'md'}}
      withCheckIcon={false}
      checkIconPosition="right"
      autoComplete="off"
    />
  );
}

export function CheckField(props: FieldProps) {
  const {field, common} = useField(props);
  const {withAsterisk: _, ...rest} = common;
  return (
    <Checkbox
      {...rest}
      checked={field.value === true}
      onChange={event => field.onChange(event.currentTarget.checked)}
      onBlur={field.onBlur}
    />
  );
}

/** A whole number; its value is the text as typed. */
export function NumberField(props: FieldProps & {suffix?: Text}) {
  const {field, common, t} = useField(props);
  return (
    <TextInput
      {...common}
      autoComplete="off"
      inputMode="numeric"
      rightSection={props.suffix ? t(props.suffix) : undefined}
      rightSectionWidth={props.suffix ? 70 : undefined}
      value={asText(field.value)}
      onChange={field.onChange}
      onBlur={field.onBlur}
    />
  );
}

/** `name.surname`, `name.firstName`, `name.patronymic`. */
export function PersonNameFields({name, required}: {name: string; required?: boolean}) {
  return (
    <SimpleGrid cols={{base: 1, xs: 3}} spacing="sm">
      <TextField name={`${name}.surname`} label={formText.surname} required={required ?? false} />
      <TextField name={`${name}.firstName`} label={formText.firstName} required={required ?? false} />
      <TextField name={`${name}.patronymic`} label={formText.patronymic} />
    </SimpleGrid>
  );
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
