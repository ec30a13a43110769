import {Button, Divider, Group, Text as Words, Title} from '@mantine/core';
import {must} from '../../../domain/assert.ts';
import {mendableProblems} from '../../../electron/contract/mendable.ts';
import type {SessionState} from '../../../electron/contract/session.ts';
import {RestoreHere} from '../../form/restore-here.tsx';
import {useText} from '../../lib/language.tsx';
import {restoreHereText} from '../../text/backup.ts';
import {installationProblemText, signInText} from '../../text/sign-in.ts';
import {useCommand} from '../../lib/use-call.ts';
import {Door} from '../../ui/door.tsx';
import {HelpLink} from '../../ui/help-link.tsx';
import {SalvageForm} from './salvage-form.tsx';

/** Nothing can be opened: why, and what to do. What does not open is set aside by what is done here, never deleted. */
export function InstallationProblemPage({session}: {session: SessionState}) {
  const {t} = useText();
  const {run, running} = useCommand('session', 'lookAgain');
  const problem = must(session.problem);
  const {title, what} = installationProblemText[problem];
  return (
    <Door title={t(title)} footer={t(signInText.version(session.version))} width={560}>
      <Words role="alert">
        {t(what)} <HelpLink message={what} />
      </Words>
      <Words size="sm" c="dimmed" style={{overflowWrap: 'anywhere'}}>
        {t(signInText.folder(session.folder))}
      </Words>
      <Group>
        <Button onClick={() => void run({}).catch(() => undefined)} loading={running} data-autofocus>
          {t(signInText.lookAgain)}
        </Button>
      </Group>
      {problem === 'damaged' && session.accounts.length > 0 && (
        <>
          <Divider />
          <Title order={2} size="h5">
            {t(restoreHereText.salvageTitle)}
          </Title>
          <SalvageForm accounts={session.accounts} />
        </>
      )}
      {mendableProblems.has(problem) && (
        <>
          <Divider />
          <Title order={2} size="h5">
            {t(restoreHereText.title)}
          </Title>
          <RestoreHere />
        </>
      )}
    </Door>
  );
}
