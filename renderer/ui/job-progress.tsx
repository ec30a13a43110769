import {Alert, Button, Group, Progress, Text as Words} from '@mantine/core';
import {useEffect} from 'react';
import type {JobView} from '../../electron/contract/job.ts';
import {CallError} from '../../electron/contract/kernel.ts';
import {client} from '../lib/bridge.ts';
import {useText} from '../lib/language.tsx';
import {useCall} from '../lib/use-call.ts';
import {jobText} from '../text/job.ts';
import {ProblemNote} from './problem-note.tsx';

interface JobProgressProps {
  readonly jobId: string;
  /** What is being made, in the language of the screen. */
  readonly label: string;
  /** Once, when it is done; not where it was stopped or failed. */
  readonly onDone: (job: JobView) => void;
  /** What became of it, where that is other than of a file that is being made. */
  readonly words?: Partial<Pick<typeof jobText, 'cancelled' | 'failed' | 'gone'>>;
}

/** How far long work is, with a way to stop it; what became of it where it did not come to its end. */
export function JobProgress({jobId, label, onDone, words: own = {}}: JobProgressProps) {
  const {t} = useText();
  const said = {...jobText, ...own};
  const {data: job, error, refetch} = useCall('job', 'state', {jobId});
  const isDone = job?.state === 'done';
  useEffect(() => {
    if (isDone) onDone(job);
    // oxlint-disable-next-line react/exhaustive-deps -- told once for each job
  }, [isDone, jobId]);
  if (error instanceof CallError && error.failure.code === 'missing') {
    return <Note words={t(said.gone)} color="yellow" />;
  }
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />;
  if (!job || job.state === 'done') return null;
  if (job.state === 'cancelled') return <Note words={t(said.cancelled)} color="blue" />;
  if (job.state === 'failed') return <Note words={t(said.failed)} color="red" />;
  return (
    <Group gap="sm" wrap="nowrap">
      <Words size="sm" style={{whiteSpace: 'nowrap'}} role="status">
        {t(jobText.progress(job.done, job.total))}
      </Words>
      <Progress.Root size="lg" style={{flex: 1}}>
        <Progress.Section value={(100 * job.done) / Math.max(1, job.total)} aria-label={label} />
      </Progress.Root>
      <Button size="xs" variant="default" onClick={() => void client.job.cancel({jobId}).catch(() => undefined)}>
        {t(jobText.cancel)}
      </Button>
    </Group>
  );
}

function Note({words, color}: {words: string; color: string}) {
  return (
    <Alert color={color} py={6} role={color === 'red' ? 'alert' : 'status'}>
      {words}
    </Alert>
  );
}
