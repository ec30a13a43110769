import {Alert, Button, Group, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useState} from 'react';
import {breakWords, whatToDo} from '../../../domain/audit-words.ts';
import {formatDate} from '../../../domain/dates.ts';
import type {AuditVerified} from '../../../electron/contract/audit.ts';
import {client} from '../../lib/bridge.ts';
import {clockTime, localDay} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {saveBytes} from '../../lib/save-file.ts';
import {useSessionState} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {auditText} from '../../text/audit.ts';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Section} from '../../ui/section.tsx';
import {AuditList} from './audit-list.tsx';

/** Who did what on this PC, for the head: whether the chain is whole, its end on paper, and the lines of it. */
export function AuditSettings() {
  const {t} = useText();
  const session = useSessionState();
  if (!session) return null;
  return (
    <Stack gap="md">
      <Words size="sm">{t(auditText.what)}</Words>
      <Chain isDesktop={session.host === 'desktop'} />
      <AuditList isDesktop={session.host === 'desktop'} />
    </Stack>
  );
}

function Chain({isDesktop}: {isDesktop: boolean}) {
  const {t} = useText();
  const {data, refetch} = useCall('audit', 'about', {});
  const [verified, setVerified] = useState<AuditVerified | null>(null);
  const [running, setRunning] = useState<'verify' | 'print' | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  async function run(which: 'verify' | 'print', work: () => Promise<void>): Promise<void> {
    setRunning(which);
    setFailure(null);
    try {
      await work();
      await refetch();
    } catch (error) {
      setFailure(error);
    } finally {
      setRunning(null);
    }
  }

  async function print(): Promise<void> {
    if (isDesktop) {
      if ((await client.audit.savePrint({})).saved) notifications.show({message: t(auditText.saved)});
      return;
    }
    const {file, fileName} = await client.audit.print({});
    saveBytes(file, fileName);
  }

  return (
    <Section title={t(auditText.chain)}>
      {data && <Words size="sm">{t(auditText.end(data.end.seq, timeOf(data.end.at)))}</Words>}
      <Group gap="xs">
        <Button
          loading={running === 'verify'}
          onClick={() => void run('verify', async () => setVerified(await client.audit.verify({})))}
        >
          {t(auditText.verify)}
        </Button>
        <Button variant="default" loading={running === 'print'} onClick={() => void run('print', print)}>
          {t(auditText.print)}
        </Button>
        <Words size="xs" c="dimmed">
          {t(auditText.printHint)}
        </Words>
      </Group>
      {failure !== null && <ProblemNote error={failure} />}
      {verified && <Outcome verified={verified} />}
    </Section>
  );
}

function Outcome({verified: {links, firstAt, lastAt, erased, broken}}: {verified: AuditVerified}) {
  const {t} = useText();
  if (broken !== null) {
    return (
      <Alert color="red" title={t(auditText.broken)} role="alert">
        <Words size="sm" fw={500}>
          {t(breakWords(broken.problem, broken.seq))}
        </Words>
        {links > 0 && <Words size="sm">{t(auditText.wholeUpTo(links))}</Words>}
        <Words size="sm">{t(whatToDo)}</Words>
      </Alert>
    );
  }
  return (
    <Alert color="green" role="status">
      {t(auditText.whole(links, timeOf(firstAt), timeOf(lastAt)))}
      {erased > 0 && ` ${t(auditText.erased(erased))}`}
    </Alert>
  );
}

function timeOf(instant: string | null): string {
  return instant === null ? '' : `${formatDate(localDay(instant))} ${clockTime(instant)}`;
}
