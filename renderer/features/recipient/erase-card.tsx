import {Button, Group, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {useText} from '../../lib/language.tsx';
import {useRight} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {erasureText} from '../../text/erasure.ts';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {EraseDialog} from '../../form/erase-dialog.tsx';

/** For whoever may erase: the way there, away from what is done every day. */
export function EraseCard({recipientId}: {recipientId: string}) {
  const {t} = useText();
  const may = useRight('erase');
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <Group justify="flex-end" mt="xl">
      <Button variant="subtle" color="red" size="compact-sm" onClick={() => setOpen(true)}>
        {t(erasureText.open)}
      </Button>
      {open && <EraseDialog recipientId={recipientId} onClose={() => setOpen(false)} />}
    </Group>
  );
}

/** Where there is nobody of this address: somebody who was erased, with nothing more than that. */
export function MissingPerson({recipientId, error, retry}: {recipientId: string; error: unknown; retry: () => void}) {
  const {t} = useText();
  const erasure = useCall('erasure', 'state', {recipientId});
  if (erasure.data === undefined && !erasure.error) return <Waiting />;
  if (!erasure.data) return <ProblemNote error={error} retry={retry} />;
  const {erasedOn, accountName, reason} = erasure.data;
  return (
    <Page title={t(erasureText.erasedTitle)}>
      <Words>{t(erasureText.erased(erasedOn, accountName, reason))}</Words>
    </Page>
  );
}
