import {Button, Group, Stack, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {z} from 'zod';
import type {JournalView} from '../../../electron/contract/journal.ts';
import {AskDialog} from '../../form/ask-dialog.tsx';
import {DateField} from '../../form/fields.tsx';
import {raw, typed} from '../../form/typed.ts';
import {today} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {useCommand} from '../../lib/use-call.ts';
import {formText} from '../../text/form.ts';
import {journalText} from '../../text/journal.ts';
import {Dialog} from '../../ui/dialog.tsx';
import {volumeName} from './volume-name.ts';

const schema = z.object({begunOn: typed.requiredDate(), endedOn: typed.date()});

/** The volumes of the journal: when each was begun and ended; a new one. */
export function VolumesDialog({volumes, onClose}: {volumes: readonly JournalView[]; onClose: () => void}) {
  const {t} = useText();
  const {run} = useCommand('journal', 'saveVolume');
  const [asking, setAsking] = useState<JournalView | 'new' | null>(null);
  if (asking !== null) {
    const volume = asking === 'new' ? null : asking;
    return (
      <AskDialog
        title={volume ? journalText.editVolume : journalText.newVolume}
        schema={schema}
        initial={{begunOn: volume?.begunOn ?? today(), endedOn: raw.text(volume?.endedOn)}}
        confirm={formText.save}
        onConfirm={values => run({id: volume?.id ?? null, seen: volume?.stamp ?? null, ...values})}
        onClose={() => setAsking(null)}
      >
        <DateField name="begunOn" label={journalText.begunOn} required autoFocus />
        <DateField name="endedOn" label={journalText.endedOn} />
      </AskDialog>
    );
  }
  return (
    <Dialog onClose={onClose} title={t(journalText.volumes)}>
      <Stack gap="sm">
        <Words size="sm">{t(journalText.volumesWhat)}</Words>
        {volumes.map(volume => (
          <Group key={volume.id} justify="space-between">
            <Words size="sm">
              {t(volumeName(volume))}
              {' · '}
              {t(journalText.rows(volume.rows))}
            </Words>
            <Button size="compact-sm" variant="default" onClick={() => setAsking(volume)}>
              {t(journalText.editVolume)}
            </Button>
          </Group>
        ))}
        <Group>
          <Button variant="default" onClick={() => setAsking('new')}>
            {t(journalText.newVolume)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
