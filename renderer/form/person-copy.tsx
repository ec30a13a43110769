import {Alert, Button, Group, SegmentedControl, Stack, Text as Words, type ButtonProps} from '@mantine/core';
import {useDisclosure} from '@mantine/hooks';
import {notifications} from '@mantine/notifications';
import {IconAlertTriangle, IconDeviceFloppy, IconFileZip} from '@tabler/icons-react';
import {useState} from 'react';
import {printLanguageNames} from '../../domain/record-value-words.ts';
import {languages, type Text} from '../../domain/text.ts';
import {client} from '../lib/bridge.ts';
import {failureText} from '../lib/failures.ts';
import {focusSoon} from '../lib/focus-soon.ts';
import {useText} from '../lib/language.tsx';
import {saveJob} from '../lib/save-job.ts';
import {useSessionState} from '../lib/session.ts';
import {useCall} from '../lib/use-call.ts';
import {personalDataText} from '../text/personal-data.ts';
import {Dialog} from '../ui/dialog.tsx';
import {JobProgress} from '../ui/job-progress.tsx';
import {ProblemNote} from '../ui/problem-note.tsx';
import {tellFailure} from '../lib/tell-failure.tsx';

interface PersonCopyProps {
  readonly recipientId: string;
  readonly name: string;
}

/** All that is held on a person, as one file: what is in it, that it is not encrypted, and then the work. */
export function PersonCopyButton({
  recipientId,
  name,
  label,
  ...button
}: ButtonProps & PersonCopyProps & {readonly label: string}) {
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button
        variant="light"
        leftSection={<IconFileZip size={16} aria-hidden />}
        {...button}
        aria-label={`${label}: ${name}`}
        onClick={dialog.open}
      >
        {label}
      </Button>
      {opened && <PersonCopyDialog recipientId={recipientId} name={name} onClose={dialog.close} />}
    </>
  );
}

function PersonCopyDialog({recipientId, name, onClose}: PersonCopyProps & {onClose: () => void}) {
  const {t, language: shown} = useText();
  const [language, setLanguage] = useState(shown);
  const [jobId, setJobId] = useState<string | null>(null);
  const [starting, setStarting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  async function start(): Promise<void> {
    setStarting(true);
    setFailure(null);
    try {
      setJobId((await client.personalData.copy({recipientId, language})).jobId);
    } catch (error) {
      setFailure(error);
    } finally {
      setStarting(false);
    }
  }

  function close(): void {
    if (jobId !== null) void client.job.cancel({jobId}).catch(() => undefined);
    onClose();
  }

  return (
    <Dialog onClose={close} title={t(personalDataText.copyTitle)} size="lg">
      <Stack gap="md">
        <Words size="sm" fw={600} style={{overflowWrap: 'anywhere'}}>
          {name}
        </Words>
        <Words size="sm">{t(personalDataText.copyWhat)}</Words>
        <Alert
          color="orange"
          title={t(personalDataText.openTitle)}
          icon={<IconAlertTriangle size={18} aria-hidden />}
          role="note"
        >
          <Words size="sm">{t(personalDataText.open)}</Words>
          <Words size="sm">{t(personalDataText.audited)}</Words>
        </Alert>
        {failure !== null && <ProblemNote error={failure} />}
        {jobId === null ? (
          <Group justify="space-between" gap="sm">
            <SegmentedControl
              aria-label={t(personalDataText.language)}
              size="xs"
              value={language}
              onChange={value => setLanguage(languages.find(each => each === value) ?? language)}
              data={languages.map(each => ({value: each, label: t(printLanguageNames[each])}))}
            />
            <Button loading={starting} onClick={() => void start()} data-autofocus>
              {t(personalDataText.start)}
            </Button>
          </Group>
        ) : (
          <MadeCopy jobId={jobId} />
        )}
      </Stack>
    </Dialog>
  );
}

function MadeCopy({jobId}: {jobId: string}) {
  const {t} = useText();
  const session = useSessionState();
  const [isDone, setDone] = useState(false);
  const [saving, setSaving] = useState(false);
  const {data: outcome} = useCall('personalData', 'outcome', {jobId}, {enabled: isDone});

  async function save(): Promise<void> {
    if (!session || saving) return;
    setSaving(true);
    try {
      if (await saveJob(session.host, jobId)) notifications.show({message: t(personalDataText.saved)});
    } catch (error) {
      tellFailure(t, failureText(error));
    } finally {
      setSaving(false);
    }
  }

  return (
    <Stack gap="xs">
      <JobProgress jobId={jobId} label={t(personalDataText.making)} onDone={() => setDone(true)} />
      {outcome && (
        <>
          <LeftOut count={outcome.scansMissing} say={personalDataText.scansMissing} />
          <LeftOut count={outcome.scansTooLarge} say={personalDataText.scansTooLarge} />
          <LeftOut count={outcome.papersMissing} say={personalDataText.papersMissing} />
          <Group justify="space-between" gap="sm" wrap="nowrap">
            <Words size="sm" role="status">
              {t(personalDataText.made(outcome))}
            </Words>
            <Button
              ref={focusSoon}
              style={{flexShrink: 0}}
              leftSection={<IconDeviceFloppy size={16} aria-hidden />}
              loading={saving}
              onClick={() => void save()}
            >
              {t(personalDataText.save)}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

function LeftOut({count, say}: {count: number; say: (count: number) => Text}) {
  const {t} = useText();
  if (count === 0) return null;
  return (
    <Alert color="yellow" py="xs" role="status">
      <Words size="sm">{t(say(count))}</Words>
    </Alert>
  );
}
