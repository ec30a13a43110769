import {Alert, Button, Group, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useState} from 'react';
import type {BackupState} from '../../../electron/contract/backup.ts';
import {StickDialog} from '../../form/stick-dialog.tsx';
import {now} from '../../lib/clock.ts';
import {whenWords} from '../../lib/exchange-words.ts';
import {failureText} from '../../lib/failures.ts';
import {useText} from '../../lib/language.tsx';
import {useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {backupProblemText, backupText} from '../../text/backup.ts';
import {settingsText} from '../../text/settings.ts';
import {ConfirmButton} from '../../ui/confirm-button.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Section} from '../../ui/section.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {BackupPlaceView} from './backup-place.tsx';
import {tellFailure} from '../../lib/tell-failure.tsx';

/** The backups of both places; made by hand, looked through, gone back to. */
export function BackupSettings() {
  const {t} = useText();
  const isHead = useRight('backup');
  const {data: state, error, refetch} = useCall('backup', 'state', {});
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />;
  if (!state) return <Waiting />;
  const {first, second, running, isDamaged, checkedAt} = state;
  return (
    <Stack gap="md">
      {isDamaged && (
        <Alert color="red" role="alert">
          {t(backupText.damaged)}
        </Alert>
      )}
      <Section title={t(backupText.title)}>
        <Words size="sm">{t(backupText.what)}</Words>
        {checkedAt !== null && (
          <Words size="sm" c="dimmed">
            {t(backupText.checkedAt(whenWords(checkedAt, now())))}
          </Words>
        )}
        {running !== null && (
          <Words size="sm" role="status">
            {t(backupText.running)}
          </Words>
        )}
        {isHead ? (
          <Group gap="sm">
            <MakeButton />
            <SecondButtons state={state} />
          </Group>
        ) : (
          <Words size="sm" c="dimmed">
            {t(settingsText.onlyHead)}
          </Words>
        )}
      </Section>
      <BackupPlaceView title={backupText.first} place={first} />
      {second === null ? (
        <Section title={t(backupText.second)}>
          <Words size="sm">{t(backupText.noSecond)}</Words>
        </Section>
      ) : (
        <BackupPlaceView title={backupText.second} place={second} />
      )}
    </Stack>
  );
}

function MakeButton() {
  const {t} = useText();
  const {run, running} = useCommand('backup', 'make');
  const make = async () => {
    try {
      const {problem, second} = await run({});
      const wrong = problem ?? second;
      if (wrong === null) notifications.show({message: t(backupText.made)});
      else tellFailure(t, backupProblemText[wrong], {stays: true});
    } catch (error) {
      tellFailure(t, failureText(error));
    }
  };
  return (
    <Button onClick={() => void make()} loading={running}>
      {t(backupText.make)}
    </Button>
  );
}

/** Where the host can ask for a folder it does; else the screen asks. */
function SecondButtons({state: {second, canChooseFolder, sticks}}: {state: BackupState}) {
  const {t} = useText();
  const {run, running} = useCommand('backup', 'chooseSecond');
  const forget = useCommand('backup', 'forgetSecond');
  const [asks, setAsks] = useState(false);
  const choose = async () => {
    if (!canChooseFolder) return setAsks(true);
    try {
      await run({folder: null});
    } catch (error) {
      tellFailure(t, failureText(error));
    }
  };
  return (
    <>
      <Button variant="default" onClick={() => void choose()} loading={running}>
        {t(second === null ? backupText.chooseSecond : backupText.changeSecond)}
      </Button>
      {second !== null && (
        <ConfirmButton
          label={t(backupText.forgetSecond)}
          question={t(backupText.forgetQuestion)}
          confirm={t(backupText.forgetSecond)}
          onConfirm={() => forget.run({})}
        />
      )}
      {asks && (
        <StickDialog
          title={backupText.placeTitle}
          what={backupText.placeWhat}
          confirm={backupText.choose}
          sticks={sticks}
          onFolder={folder => run({folder})}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}
