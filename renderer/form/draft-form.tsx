import {Alert, Button, Group, Stack, Text as Words} from '@mantine/core';
import {useEffect, useRef, useState, type KeyboardEvent, type ReactNode} from 'react';
import {FormProvider, type FieldValues, type Path} from 'react-hook-form';
import {CallError} from '../../electron/contract/kernel.ts';
import {useText} from '../lib/language.tsx';
import {formText} from '../text/form.ts';
import {ProblemNote} from '../ui/problem-note.tsx';
import {focusFirst, focusNext} from './focus.ts';
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
      const issues = error instanceof CallError ? (error.failure.issues ?? []) : [];
      const [first] = issues.filter(issue => issue.field !== '');
      for (const issue of issues) {
        if (issue.field !== '') form.setError(issue.field as Path<Raw>, {type: 'server', message: issue.problem});
      }
      setFailure(error);
      if (first) form.setFocus(first.field as Path<Raw>);
    }
  });

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    const saves = (event.ctrlKey || event.metaKey) && (event.key === 'Enter' || event.code === 'KeyS');
    if (saves) {
      event.preventDefault();
      event.stopPropagation();
      void submit();
    } else if (event.key === 'Enter' && !event.defaultPrevented && focusNext(element.current, event.target)) {
      event.preventDefault();
    }
  };

  if (!draft.ready) return null;
  return (
    <FormProvider {...form}>
      <form
        ref={element}
        noValidate
        aria-label={label}
        onSubmit={event => {
          event.stopPropagation();
          void submit(event);
        }}
        onKeyDown={onKeyDown}
      >
        <Stack gap="md">
          <DraftNotice draft={draft} />
          {failure !== null && <ProblemNote error={failure} />}
          {children}
        </Stack>
      </form>
    </FormProvider>
  );
}

function DraftNotice({draft}: {draft: DraftFormValue<FieldValues, unknown>['draft']}) {
  const {t} = useText();
  if (draft.moved) {
    return (
      <Alert color="orange" title={t(formText.movedTitle)} role="alert">
        <Stack gap="xs">
          <Words size="sm">{t(formText.movedWhat)}</Words>
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
