import {Alert, Button, Group, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {Link} from 'wouter';
import {formatDate} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import type {MergeView} from '../../../electron/contract/duplicates.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {duplicatesText, mergeFactNames} from '../../text/duplicates.ts';
import {ConfirmButton} from '../../ui/confirm-button.tsx';
import {Section} from '../../ui/section.tsx';

/** Entries that were merged into this one: what stayed behind with them, and the way back. */
export function Merges({recipientId}: {recipientId: string}) {
  const {t} = useText();
  const {data} = useCall('duplicates', 'merges', {recipientId});
  if (!data || (data.merges.length === 0 && data.openRows.length === 0)) return null;
  return (
    <Section title={t(duplicatesText.mergesTitle)}>
      {data.openRows.length > 0 && (
        <Alert color="orange">
          <Stack gap="xs" align="flex-start">
            <Words size="sm">{t(duplicatesText.openRows(data.openRows))}</Words>
            <Button component={Link} href={paths.journal()} size="compact-sm" variant="default">
              {t(duplicatesText.toJournal)}
            </Button>
          </Stack>
        </Alert>
      )}
      {data.merges.map(merge => (
        <Merge key={merge.id} merge={merge} />
      ))}
    </Section>
  );
}

function Merge({merge}: {merge: MergeView}) {
  const {t} = useText();
  const write = useRight('file');
  const undo = useCommand('duplicates', 'undo');
  const name = fullName(merge.name);
  const takeBack = async () => {
    const {stayed} = await undo.run({mergeId: merge.id});
    const facts = stayed.map(fact => mergeFactNames[fact]);
    notifications.show({
      message: [t(duplicatesText.undone), ...(facts.length === 0 ? [] : [t(duplicatesText.stayed(facts))])].join(' '),
      // What stayed is to be read.
      autoClose: facts.length === 0 ? 5_000 : false,
    });
  };
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <Stack gap={2} style={{minWidth: 0}}>
        <Words size="sm" style={{overflowWrap: 'anywhere'}}>
          <strong>{name}</strong>
          {merge.bornOn !== null && ` · ${formatDate(merge.bornOn)}`}
          {' · '}
          {t(duplicatesText.mergedOn(merge.mergedOn))}
        </Words>
        {merge.files.map(file => (
          <Words key={file.number} size="sm">
            {t(duplicatesText.otherFile(file.number, file.openedOn))}
            {file.documents.length > 0 && `. ${t(duplicatesText.otherDocuments(file.documents))}`}
          </Words>
        ))}
        {merge.boundYears.length > 0 && <Words size="sm">{t(duplicatesText.boundTwice(merge.boundYears))}</Words>}
      </Stack>
      {write && (
        <ConfirmButton
          size="xs"
          style={{flexShrink: 0}}
          label={t(duplicatesText.undo)}
          question={t(duplicatesText.undoQuestion(name))}
          confirm={t(duplicatesText.undoYes)}
          onConfirm={takeBack}
        />
      )}
    </Group>
  );
}
