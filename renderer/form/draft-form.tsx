import {Alert, Button, Group, Stack, Text as Words} from '@mantine/core';
import {useEffect, useRef, useState, type ReactNode} from 'react';
import {FormProvider, type FieldValues} from 'react-hook-form';
import {useText} from '../lib/language.tsx';
import {formText} from '../text/form.ts';
import {ProblemNote} from '../ui/problem-note.tsx';
import {Differences} from './differences.tsx';
import {focusFirst} from './focus.ts';
import {onFormKey} from './form-keys.ts';
import {showRefusals} from './refusals.ts';
import type {DraftForm as DraftFormValue} from './use-draft-form.ts';

/**
 * The frame of every form: what was restored, what has moved, what is wrong; Enter goes to the next field, Ctrl+Enter
 * and Ctrl+S save. `onSubmit` makes the call; a refusal (`invalid`) is put beside the fields that it names.
 */
export function DraftForm<Raw extends FieldValues, Parsed>({
  value: {form, draft},
  onSubmit,
  children,
  autoFocus = true,
  label,
}: {
  value: DraftFormValue<Raw, Parsed>;
  onSubmit: (values: Parsed) => Promise<unknown>;
  children: ReactNode;
  autoFocus?: boolean;
  /** The accessible name of the form. */
  label?: string;
}) {
  const element = useRef<HTMLFormElement>(null);
  const [failure, setFailure] = useState<unknown>(null);

  useEffect(() => {
    if (draft.ready && autoFocus) focusFirst(element.current);
  }, [draft.ready, autoFocus]);

  const submit = form.handleSubmit(async values => {
    if (draft.moved) return;
    setFailure(null);
    try {
      await onSubmit(values);
      draft.settle();
    } catch (error) {
      showRefusals(form, error);
      setFailure(error);
    }
  });

  if (!draft.ready) return null;
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
          <DraftNotice draft={draft} typed={form.getValues} />
          {failure !== null && <ProblemNote error={failure} />}
          {children}
        </Stack>
      </form>
    </FormProvider>
  );
}

function DraftNotice({draft, typed}: {draft: DraftFormValue<FieldValues, unknown>['draft']; typed: () => FieldValues}) {
  const {t, language} = useText();
  if (draft.moved) {
    return (
      <Alert color="orange" title={t(formText.movedTitle)} role="alert">
        <Stack gap="xs">
          <Words size="sm">{t(formText.movedWhat)}</Words>
          <Differences key={language} saved={draft.saved} typed={typed} />
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={draft.drop}>
              {t(formText.takeTheirs)}
            </Button>
            <Button size="xs" onClick={draft.keepMine}>
              {t(formText.keepMine)}
            </Button>
          </Group>
        </Stack>
      </Alert>
    );
  }
  if (!draft.restored) return null;
  return (
    <Alert color="blue" role="status" p="xs">
      <Group justify="space-between" gap="xs">
        <Words size="sm">{t(formText.restored)}</Words>
        <Button size="compact-sm" variant="default" onClick={draft.drop}>
          {t(formText.discardTyped)}
        </Button>
      </Group>
    </Alert>
  );
}
