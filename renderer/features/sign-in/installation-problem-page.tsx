import {Button, Group, Text as Words} from '@mantine/core';
import {useQueryClient} from '@tanstack/react-query';
import {useState} from 'react';
import {must} from '../../../domain/assert.ts';
import type {SessionState} from '../../../electron/contract/session.ts';
import {useText} from '../../lib/language.tsx';
import {installationProblemText, signInText} from '../../text/sign-in.ts';
import {Door} from '../../ui/door.tsx';

/** Nothing can be opened: why, and what to do. Nothing here changes the folder. */
export function InstallationProblemPage({session}: {session: SessionState}) {
  const {t} = useText();
  const queries = useQueryClient();
  const [looking, setLooking] = useState(false);
  const {title, what} = installationProblemText[must(session.problem)];
  const lookAgain = async () => {
    setLooking(true);
    await queries.refetchQueries({queryKey: ['session', 'state']});
    setLooking(false);
  };
  return (
    <Door title={t(title)} footer={t(signInText.version(session.version))} width={560}>
      <Words role="alert">{t(what)}</Words>
      <Words size="sm" c="dimmed" style={{overflowWrap: 'anywhere'}}>
        {t(signInText.folder(session.folder))}
      </Words>
      <Group>
        <Button onClick={() => void lookAgain()} loading={looking} data-autofocus>
          {t(signInText.lookAgain)}
        </Button>
      </Group>
    </Door>
  );
}
