import {zodResolver} from '@hookform/resolvers/zod';
import {Button, Group, Stack, Text as Words} from '@mantine/core';
import {useState, type ReactNode} from 'react';
import {FormProvider, useForm, type DefaultValues, type FieldValues} from 'react-hook-form';
import type {z} from 'zod';
import type {Text} from '../../domain/text.ts';
import {useText} from '../lib/language.tsx';
import {formText} from '../text/form.ts';
import {Dialog} from '../ui/dialog.tsx';
import {ProblemNote} from '../ui/problem-note.tsx';

interface AskDialogProps<Raw extends FieldValues, Parsed> {
  readonly title: Text;
  /** What will happen. */
  readonly what?: Text;
  readonly schema: z.ZodType<Parsed, Raw>;
  readonly initial: Raw;
  readonly confirm: Text;
  /** The dialog stays open, and says why, when this fails. */
  readonly onConfirm: (values: Parsed) => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A step that needs a date or a choice before it is taken. Mounted while it is open; Enter confirms. */
export function AskDialog<Raw extends FieldValues, Parsed>({
  title,
  what,
  schema,
  initial,
  confirm,
  onConfirm,
  onClose,
  children,
}: AskDialogProps<Raw, Parsed>) {
  const {t} = useText();
  const form = useForm<Raw, unknown, Parsed>({
    defaultValues: initial as DefaultValues<Raw>,
    resolver: zodResolver(schema),
  });
  const [failure, setFailure] = useState<unknown>(null);
  const submit = form.handleSubmit(async values => {
    setFailure(null);
    try {
      await onConfirm(values);
      onClose();
    } catch (error) {
      setFailure(error);
    }
  });
  return (
    <Dialog onClose={onClose} title={t(title)}>
      <FormProvider {...form}>
        <form
          autoComplete="off"
          // Enter on the close button, where the dialog would put the keyboard, would undo what was begun.
          ref={element => element?.querySelector('input, textarea')?.setAttribute('data-autofocus', '')}
          noValidate
          onSubmit={event => {
            // A dialog may stand inside another form in the tree of components.
            event.stopPropagation();
            void submit(event);
          }}
          onKeyDown={event => event.stopPropagation()}
        >
          <Stack gap="md">
            {what && <Words size="sm">{t(what)}</Words>}
            {children}
            {failure !== null && <ProblemNote error={failure} />}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {t(formText.cancel)}
              </Button>
              <Button type="submit" loading={form.formState.isSubmitting}>
                {t(confirm)}
              </Button>
            </Group>
          </Stack>
        </form>
      </FormProvider>
    </Dialog>
  );
}
