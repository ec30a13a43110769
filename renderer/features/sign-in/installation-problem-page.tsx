import {Button, Group, Text as Words} from '@mantine/core';
import {must} from '../../../domain/assert.ts';
import type {SessionState} from '../../../electron/contract/session.ts';
import {useText} from '../../lib/language.tsx';
import {installationProblemText, signInText} from '../../text/sign-in.ts';
import {useCommand} from '../../lib/use-call.ts';
import {Door} from '../../ui/door.tsx';

/** Nothing can be opened: why, and what to do. Nothing here changes the folder. */
export function InstallationProblemPage({session}: {session: SessionState}) {
  const {t} = useText();
  const {run, running} = useCommand('session', 'lookAgain');
  const {title, what} = installationProblemText[must(session.problem)];
  return (
    <Door title={t(title)} footer={t(signInText.version(session.version))} width={560}>
      <Words role="alert">{t(what)}</Words>
      <Words size="sm" c="dimmed" style={{overflowWrap: 'anywhere'}}>
        {t(signInText.folder(session.folder))}
      </Words>
      <Group>
        <Button onClick={() => void run({}).catch(() => undefined)} loading={running} data-autofocus>
          {t(signInText.lookAgain)}
        </Button>
      </Group>
    </Door>
  );
}
