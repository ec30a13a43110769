import {Alert, Button, Group, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {IconAlertTriangle, IconDeviceFloppy, IconFileZip} from '@tabler/icons-react';
import {useEffect, useState} from 'react';
import {client} from '../../lib/bridge.ts';
import {failureText} from '../../lib/failures.ts';
import {focusSoon} from '../../lib/focus-soon.ts';
import {useText} from '../../lib/language.tsx';
import {saveJob} from '../../lib/save-job.ts';
import {useSessionState} from '../../lib/session.ts';
import {exportingText} from '../../text/exporting.ts';
import {JobProgress} from '../../ui/job-progress.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Section} from '../../ui/section.tsx';
import {tellFailure} from '../../lib/tell-failure.tsx';

/** Everything as one file: what is in it, that it is not encrypted, and then the work. */
export function ExportEverything() {
  const {t, language} = useText();
  const [jobId, setJobId] = useState<string | null>(null);
  const [isDone, setDone] = useState(false);
  const [starting, setStarting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  useEffect(() => {
    if (jobId === null) return;
    // Begun anew, or left: nobody waits for it any more.
    return () => void client.job.cancel({jobId}).catch(() => undefined);
  }, [jobId]);

  async function start(): Promise<void> {
    setStarting(true);
    setFailure(null);
    setDone(false);
    try {
      setJobId((await client.exporting.everything({language})).jobId);
    } catch (error) {
      setFailure(error);
    } finally {
      setStarting(false);
    }
  }

  return (
    <Section title={t(exportingText.everything)}>
      <Words size="sm">{t(exportingText.everythingWhat)}</Words>
      <Alert
        color="orange"
        title={t(exportingText.openTitle)}
        icon={<IconAlertTriangle size={18} aria-hidden />}
        role="note"
      >
        <Words size="sm">{t(exportingText.open)}</Words>
      </Alert>
      {failure !== null && <ProblemNote error={failure} />}
      {jobId !== null && (
        <JobProgress key={jobId} jobId={jobId} label={t(exportingText.making)} onDone={() => setDone(true)} />
      )}
      {jobId !== null && isDone && <Made jobId={jobId} />}
      <Group>
        <Button
          variant="default"
          leftSection={<IconFileZip size={16} aria-hidden />}
          loading={starting}
          onClick={() => void start()}
        >
          {t(exportingText.start)}
        </Button>
      </Group>
    </Section>
  );
}

function Made({jobId}: {jobId: string}) {
  const {t} = useText();
  const session = useSessionState();
  const [saving, setSaving] = useState(false);

  async function save(): Promise<void> {
    if (!session || saving) return;
    setSaving(true);
    try {
      if (await saveJob(session.host, jobId)) notifications.show({message: t(exportingText.saved)});
    } catch (error) {
      tellFailure(t, failureText(error));
    } finally {
      setSaving(false);
    }
  }

  return (
    <Group gap="sm">
      <Words size="sm" role="status">
        {t(exportingText.made)}
      </Words>
      <Button
        ref={focusSoon}
        leftSection={<IconDeviceFloppy size={16} aria-hidden />}
        loading={saving}
        onClick={() => void save()}
      >
        {t(exportingText.save)}
      </Button>
    </Group>
  );
}
