import {Alert, Button, Group, Progress, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useState} from 'react';
import type {UpdateState} from '../../../electron/contract/update.ts';
import {StickDialog} from '../../form/stick-dialog.tsx';
import {failureText} from '../../lib/failures.ts';
import {useText} from '../../lib/language.tsx';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {updateObstacleNotes, updateText} from '../../text/update.ts';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Section} from '../../ui/section.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {FoundUpdates} from './found-updates.tsx';
import {PreviousVersion} from './previous-version.tsx';

/** Which version is here, and another one in its place: from a stick, or from the registry. */
export function UpdateSettings() {
  const {t} = useText();
  const {data: state, error, refetch} = useCall('update', 'state', {});
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />;
  if (!state) return <Waiting />;
  const {version, obstacle, hasFailed, running, percent, previous} = state;
  return (
    <Stack gap="md">
      <Section title={t(updateText.title)}>
        <Words size="sm">{t(updateText.now(version))}</Words>
        {hasFailed && (
          <Alert color="orange" role="alert" p="xs">
            {t(updateText.failed)}
          </Alert>
        )}
        <Words size="sm" c={obstacle === null ? undefined : 'dimmed'}>
          {t(obstacle === null ? updateText.what : updateObstacleNotes[obstacle])}
        </Words>
        {running !== null && (
          <Stack gap={4} role="status">
            <Words size="sm">{t(updateText.running[running])}</Words>
            <Progress value={percent ?? 0} aria-label={t(updateText.running[running])} />
          </Stack>
        )}
      </Section>
      {obstacle === null && <Updating state={state} />}
      {previous !== null && <PreviousVersion previous={previous} />}
    </Stack>
  );
}

function Updating({state}: {state: UpdateState}) {
  const {t} = useText();
  const [folder, setFolder] = useState<string | null>(null);
  const {data: found, error, refetch} = useCall('update', 'found', {folder});
  return (
    <Section title={t(updateText.found)}>
      {error && <ProblemNote error={error} retry={() => void refetch()} />}
      {found && <FoundUpdates files={found.files} />}
      <Group gap="sm">
        <Button variant="default" onClick={() => (folder === null ? void refetch() : setFolder(null))}>
          {t(updateText.lookAgain)}
        </Button>
        <LookElsewhere sticks={found?.sticks ?? []} onFolder={setFolder} />
        {state.canAskRegistry && <AskRegistry />}
      </Group>
    </Section>
  );
}

/** Where the host can ask for a folder it does; else the screen asks. */
function LookElsewhere({sticks, onFolder}: {sticks: readonly string[]; onFolder: (folder: string) => void}) {
  const {t} = useText();
  const {run, running} = useCommand('backup', 'askFolder');
  const [asks, setAsks] = useState(false);
  const look = async () => {
    try {
      const {folder, canChooseFolder} = await run({});
      if (!canChooseFolder) setAsks(true);
      else if (folder !== null) onFolder(folder);
    } catch (error) {
      notifications.show({color: 'red', message: t(failureText(error))});
    }
  };
  return (
    <>
      <Button variant="default" onClick={() => void look()} loading={running}>
        {t(updateText.lookElsewhere)}
      </Button>
      {asks && (
        <StickDialog
          title={updateText.lookElsewhere}
          what={updateText.lookWhat}
          confirm={updateText.choose}
          sticks={sticks}
          onFolder={async folder => {
            onFolder(folder);
            setAsks(false);
          }}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}

function AskRegistry() {
  const {t} = useText();
  const {run, running} = useCommand('update', 'fetch');
  const ask = async () => {
    try {
      const {result} = await run({});
      const isFine = result === 'fetched' || result === 'none';
      notifications.show({
        message: t(updateText.fetched[result]),
        ...(isFine ? {} : {color: 'red', autoClose: false}),
      });
    } catch (error) {
      notifications.show({color: 'red', message: t(failureText(error))});
    }
  };
  return (
    <Button variant="default" onClick={() => void ask()} loading={running}>
      {t(updateText.askRegistry)}
    </Button>
  );
}
