import {Alert, Button, Code, Group, Paper, Stack, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {formatDate} from '../../../domain/dates.ts';
import type {FoundUpdateView} from '../../../electron/contract/update.ts';
import {PasswordAgain} from '../../form/password-again.tsx';
import {megabytes} from '../../lib/backup-words.ts';
import {localDay} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {useCommand} from '../../lib/use-call.ts';
import {updateProblemText, updateText} from '../../text/update.ts';
import {Dialog} from '../../ui/dialog.tsx';

/** What lies on the sticks, with what is new in each, or why it is not for this program. */
export function FoundUpdates({files}: {files: readonly FoundUpdateView[]}) {
  const {t} = useText();
  const [chosen, setChosen] = useState<FoundUpdateView | null>(null);
  const [end, setEnd] = useState<{file: string | null} | null>(null);
  if (end !== null) return <Ended file={end.file} />;
  if (files.length === 0) return <Words size="sm">{t(updateText.none)}</Words>;
  return (
    <>
      <Stack gap="sm" component="ul" m={0} p={0} style={{listStyle: 'none'}}>
        {files.map(file => (
          <li key={`${file.folder} ${file.name}`}>
            <FoundUpdate file={file} onInstall={() => setChosen(file)} />
          </li>
        ))}
      </Stack>
      {chosen !== null && <InstallDialog file={chosen} onEnd={setEnd} onClose={() => setChosen(null)} />}
    </>
  );
}

function FoundUpdate({file, onInstall}: {file: FoundUpdateView; onInstall: () => void}) {
  const {t} = useText();
  const {name, said, size, problem} = file;
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={4} miw={0}>
          <Words size="sm" fw={600} style={{overflowWrap: 'anywhere'}}>
            {said === null ? name : t(updateText.version(said.version))}
          </Words>
          {said !== null && (
            <>
              <Words size="sm" c="dimmed">
                {t(updateText.size(megabytes(size), formatDate(localDay(said.madeAt))))}
              </Words>
              <Words size="sm" style={{whiteSpace: 'pre-line', overflowWrap: 'anywhere'}}>
                {t(said.news)}
              </Words>
            </>
          )}
          {problem !== null && (
            <Words size="sm" c={problem === 'same' ? 'dimmed' : 'red'}>
              {t(updateProblemText[problem])}
            </Words>
          )}
        </Stack>
        {problem === null && <Button onClick={onInstall}>{t(updateText.install)}</Button>}
      </Group>
    </Paper>
  );
}

interface InstallDialogProps {
  readonly file: FoundUpdateView;
  readonly onEnd: (end: {file: string | null}) => void;
  readonly onClose: () => void;
}

function InstallDialog({file: {folder, name, said}, onEnd, onClose}: InstallDialogProps) {
  const {t} = useText();
  const {run, running} = useCommand('update', 'install');
  const title = updateText.installTitle(said?.version ?? name);
  return (
    <Dialog title={t(title)} onClose={onClose}>
      <PasswordAgain
        label={t(title)}
        action={t(updateText.install)}
        running={running}
        onSubmit={async password => {
          const answer = await run({folder, name, password});
          if (answer.result === 'problem') return updateProblemText[answer.problem];
          if (answer.result === 'wrong' || answer.result === 'wait') return answer;
          onEnd({file: answer.result === 'by-administrator' ? answer.file : null});
          onClose();
          return null;
        }}
        onClose={onClose}
      >
        <Words size="sm">{t(updateText.installWhat)}</Words>
      </PasswordAgain>
    </Dialog>
  );
}

function Ended({file}: {file: string | null}) {
  const {t} = useText();
  return (
    <Alert role="status" p="xs">
      {t(file === null ? updateText.restarts : updateText.byAdministrator)}
      {file !== null && <Code block>{file}</Code>}
    </Alert>
  );
}
