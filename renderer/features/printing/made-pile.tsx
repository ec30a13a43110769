import {Alert, Button, Group, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {IconDeviceFloppy, IconPlayerPlay, IconPrinter} from '@tabler/icons-react';
import {useState} from 'react';
import {useLocation} from 'wouter';
import type {PrintLanguage} from '../../../domain/text.ts';
import type {MadeSource} from '../../../electron/contract/paper.ts';
import {failureText} from '../../lib/failures.ts';
import {focusSoon} from '../../lib/focus-soon.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {saveJob} from '../../lib/save-job.ts';
import {useSessionState} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {printingText} from '../../text/printing.ts';
import {JobProgress} from '../../ui/job-progress.tsx';
import {tellFailure} from '../../lib/tell-failure.tsx';

/** A pile that is being made, was stopped, or is there. */
export interface StartedPile {
  readonly jobId: string;
  /** What is done with it when it is there. */
  readonly purpose: 'print' | 'pile' | 'each';
  readonly papers: readonly MadeSource[];
  readonly language: PrintLanguage;
}

interface MadePileProps {
  readonly pile: StartedPile;
  /** It was asked for just now: whoever asked goes on without another key. Who comes back to it later finds the buttons. */
  readonly isFresh: boolean;
  readonly nameOf: (source: MadeSource) => string;
  readonly onGoOn: () => void;
}

/** The work on a pile, and the pile: how far it is, what could not be made; it is looked at and printed, or saved. */
export function MadePile({pile, isFresh, nameOf, onGoOn}: MadePileProps) {
  const {t} = useText();
  const {jobId, purpose, papers, language} = pile;
  const session = useSessionState();
  const [, navigate] = useLocation();
  const {data: job, isError: isGone} = useCall('job', 'state', {jobId});
  const isDone = job?.state === 'done';
  const {data: outcome} = useCall('printing', 'outcome', {jobId}, {enabled: isDone});
  const isBroken = isGone || job?.state === 'cancelled' || job?.state === 'failed';
  const {data: kept} = useCall('printing', 'held', {papers: [...papers], language}, {enabled: isBroken});
  const {run: register} = useCommand('paper', 'register');
  const [saving, setSaving] = useState(false);

  const look = (): void => navigate(paths.paper({kind: 'pile', jobId}));

  async function save(): Promise<void> {
    if (!session || saving) return;
    setSaving(true);
    try {
      if (!(await saveJob(session.host, jobId))) return;
      await register({source: {kind: 'pile', jobId}, language, how: 'saved'});
      notifications.show({message: t(printingText.saved)});
    } catch (error) {
      tellFailure(t, failureText(error));
    } finally {
      setSaving(false);
    }
  }

  function goOnWith(): void {
    if (!isFresh) return;
    if (purpose === 'print') look();
    else void save();
  }

  const pages = outcome?.papers.reduce((sum, paper) => sum + paper.pages, 0) ?? 0;
  return (
    <Stack gap="xs">
      {!isBroken && <JobProgress jobId={jobId} label={t(printingText.making)} onDone={goOnWith} />}
      {isBroken && kept && (
        <Alert color="yellow" py="xs" role="status">
          <Group justify="space-between" gap="sm">
            <Words size="sm">{t(printingText.stopped(kept.held, papers.length))}</Words>
            <Button size="xs" ref={focusSoon} leftSection={<IconPlayerPlay size={16} aria-hidden />} onClick={onGoOn}>
              {t(printingText.goOn)}
            </Button>
          </Group>
        </Alert>
      )}
      {outcome && (
        <Alert color="blue" py="xs" role="status">
          <Group justify="space-between" gap="sm">
            <Words size="sm" fw={500}>
              {t(printingText.made(outcome.papers.length, pages))}
            </Words>
            <Group gap="xs">
              {outcome.what === 'pile' && (
                <Button
                  size="xs"
                  variant="light"
                  ref={focusSoon}
                  leftSection={<IconPrinter size={16} aria-hidden />}
                  onClick={look}
                >
                  {t(printingText.look)}
                </Button>
              )}
              <Button
                size="xs"
                variant={outcome.what === 'pile' ? 'default' : 'light'}
                leftSection={<IconDeviceFloppy size={16} aria-hidden />}
                loading={saving}
                onClick={() => void save()}
              >
                {t(printingText.save)}
              </Button>
            </Group>
          </Group>
        </Alert>
      )}
      {outcome && outcome.failed.length > 0 && (
        <Alert color="yellow" py="xs" role="status">
          <Words size="sm">{t(printingText.failed(outcome.failed.map(nameOf).join(', ')))}</Words>
        </Alert>
      )}
    </Stack>
  );
}
