import {Alert, Button, Group, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {IconDeviceFloppy} from '@tabler/icons-react';
import {useState} from 'react';
import type {PrintLanguage} from '../../../domain/text.ts';
import {saveJob} from '../../lib/save-job.ts';
import {failureText} from '../../lib/failures.ts';
import {focusSoon} from '../../lib/focus-soon.ts';
import {useText} from '../../lib/language.tsx';
import {useRight, useSessionState} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {bindingText} from '../../text/binding.ts';
import {JobProgress} from '../../ui/job-progress.tsx';
import {tellFailure} from '../../lib/tell-failure.tsx';

/** Folders that are being made, or have been. */
export interface StartedJob {
  readonly jobId: string;
  readonly year: number;
  readonly language: PrintLanguage;
  /** Recipients without an approved paper. */
  readonly leftOut: readonly string[];
}

interface MadeFileProps {
  readonly job: StartedJob;
  readonly isDone: boolean;
  readonly onDone: () => void;
  readonly nameOf: (recipientId: string) => string;
}

/** The work on a file, and the file: how far it is, who is not in it, where to save it. */
export function MadeFile({job, isDone, onDone, nameOf}: MadeFileProps) {
  const {t} = useText();
  const {jobId, year, language, leftOut} = job;
  const session = useSessionState();
  const write = useRight('file');
  const {data: outcome} = useCall('binding', 'outcome', {jobId}, {enabled: isDone});
  const {run: register} = useCommand('binding', 'register');
  const [saving, setSaving] = useState(false);

  async function save(): Promise<void> {
    if (!session || !outcome || saving) return;
    setSaving(true);
    try {
      if (!(await saveJob(session.host, jobId))) return;
      const recipientIds = outcome.folders.map(folder => folder.recipientId);
      if (write) await register({year, recipientIds, language});
      notifications.show({message: t(bindingText.saved)});
    } catch (error) {
      tellFailure(t, failureText(error));
    } finally {
      setSaving(false);
    }
  }

  const sheets = outcome?.folders.reduce((sum, folder) => sum + folder.sheets, 0) ?? 0;
  return (
    <Stack gap="xs">
      <JobProgress jobId={jobId} label={t(bindingText.making)} onDone={onDone} />
      {outcome && (
        <Alert color="blue" py="xs" role="status">
          <Group justify="space-between" gap="sm">
            <Stack gap={2} style={{flex: 1}}>
              <Words size="sm" fw={500}>
                {t(bindingText.made(outcome.folders.length, sheets))}
              </Words>
              <Words size="sm">{t(bindingText.oneSide)}</Words>
            </Stack>
            <Button
              size="sm"
              mr={4}
              ref={focusSoon}
              leftSection={<IconDeviceFloppy size={16} aria-hidden />}
              loading={saving}
              onClick={() => void save()}
            >
              {t(bindingText.save)}
            </Button>
          </Group>
        </Alert>
      )}
      {leftOut.length > 0 && <Names of={leftOut} nameOf={nameOf} say={bindingText.leftOut} />}
      {outcome && outcome.failed.length > 0 && <Names of={outcome.failed} nameOf={nameOf} say={bindingText.failed} />}
    </Stack>
  );
}

/** So many names are read; more are counted. */
const namesTold = 10;

function Names({
  of,
  nameOf,
  say,
}: {
  of: readonly string[];
  nameOf: MadeFileProps['nameOf'];
  say: typeof bindingText.leftOut;
}) {
  const {t} = useText();
  const told = of.slice(0, namesTold).map(nameOf).join(', ');
  const names = of.length > namesTold ? `${told}, … (${of.length})` : told;
  return (
    <Alert color="yellow" py="xs" role="status">
      <Words size="sm">{t(say(names))}</Words>
    </Alert>
  );
}
