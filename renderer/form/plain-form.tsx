import {zodResolver} from '@hookform/resolvers/zod';
import {Stack} from '@mantine/core';
import {useEffect, useRef, useState, type ReactNode} from 'react';
import {FormProvider, useForm, type DefaultValues, type FieldValues, type UseFormReturn} from 'react-hook-form';
import type {z} from 'zod';
import {ProblemNote} from '../ui/problem-note.tsx';
import {focusFirst} from './focus.ts';
import {onFormKey} from './form-keys.ts';
import {showRefusals} from './refusals.ts';

/** A form that keeps no draft: a password must never be written anywhere. */
export function PlainForm<Raw extends FieldValues, Parsed>({
  schema,
  initial,
  onSubmit,
  children,
  label,
  autoFocus = true,
}: {
  schema: z.ZodType<Parsed, Raw>;
  initial: Raw;
  onSubmit: (values: Parsed, form: UseFormReturn<Raw, unknown, Parsed>) => Promise<unknown>;
  children: (form: UseFormReturn<Raw, unknown, Parsed>) => ReactNode;
  label: string;
  autoFocus?: boolean;
}) {
  const element = useRef<HTMLFormElement>(null);
  const form = useForm<Raw, unknown, Parsed>({
    defaultValues: initial as DefaultValues<Raw>,
    resolver: zodResolver(schema),
  });
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    if (autoFocus) focusFirst(element.current);
  }, [autoFocus]);
  const submit = form.handleSubmit(async values => {
    setFailure(null);
    try {
      await onSubmit(values, form);
    } catch (error) {
      showRefusals(form, error);
      setFailure(error);
    }
  });
  return (
    <FormProvider {...form}>
      <form
        autoComplete="off"
        ref={element}
        noValidate
        aria-label={label}
        onSubmit={event => {
          event.stopPropagation();
          void submit(event);
        }}
        onKeyDown={event => onFormKey(event, element.current, () => void submit())}
      >
        <Stack gap="md">
          {failure !== null && <ProblemNote error={failure} />}
          {children(form)}
        </Stack>
      </form>
    </FormProvider>
  );
}
