import {Button, Group, Text as Words} from '@mantine/core';
import type {ReactNode} from 'react';
import {useText} from '../lib/language.tsx';
import {clockTime} from '../lib/clock.ts';
import {formText} from '../text/form.ts';
import type {Draft} from './use-draft-form.ts';

/** The end of a form: the button that saves, and what is known of the draft. */
export function SaveBar({
  draft,
  saving,
  label,
  allowed = true,
  children,
}: {
  draft: Draft;
  saving: boolean;
  label?: string;
  /** Whether this person may save it at all. */
  allowed?: boolean;
  /** More buttons. */
  children?: ReactNode;
}) {
  const {t} = useText();
  return (
    <Group justify="space-between" gap="md">
      <Group gap="xs">
        {allowed && (
          <Button type="submit" loading={saving} disabled={draft.moved}>
            {label ?? t(formText.save)}
          </Button>
        )}
        {children}
      </Group>
      <Words size="sm" c="dimmed" role="status">
        {!allowed && t(formText.onlyToRead)}
        {draft.state === 'unsaved' && t(formText.draftUnsaved)}
        {draft.state === 'saved' && draft.savedAt !== null && t(formText.draftSaved(clockTime(draft.savedAt)))}
      </Words>
    </Group>
  );
}
