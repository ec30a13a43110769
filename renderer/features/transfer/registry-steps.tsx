import {notifications} from '@mantine/notifications';
import {useState} from 'react';
import {stateAfter} from '../../../domain/transfer.ts';
import type {TransferView} from '../../../electron/contract/transfer.ts';
import {client} from '../../lib/bridge.ts';
import {failureText} from '../../lib/failures.ts';
import {useText} from '../../lib/language.tsx';
import {useCommand} from '../../lib/use-call.ts';
import {handoverText} from '../../text/handover.ts';
import {ConfirmButton} from '../../ui/confirm-button.tsx';
import {JobProgress} from '../../ui/job-progress.tsx';
import {tellFailure} from '../../lib/tell-failure.tsx';

/** Handing over through the registry: the papers are made, the row is closed, and the next exchange takes them along. */
export function RegistrySteps({transfer, isBlocked}: {transfer: TransferView; isBlocked: boolean}) {
  const {t} = useText();
  const {id, stamp: seen, direction, state, registry} = transfer;
  const [jobId, setJobId] = useState<string | null>(null);
  const offer = useCommand('transfer', 'offer');
  const canSend = stateAfter(direction, state, 'send') !== null;
  // Its content was lost here, or is on another PC, and the registry has not got it.
  const isLost = state === 'sent' && registry?.state === null && !registry.hasContent;
  if (!canSend && !isLost) return null;

  async function pack(): Promise<void> {
    const {jobId: started} = await client.transfer.pack({id});
    setJobId(started);
  }

  async function mark(packed: string): Promise<void> {
    setJobId(null);
    try {
      await offer.run({id, seen, jobId: packed});
      notifications.show({message: t(handoverText.marked)});
    } catch (error) {
      tellFailure(t, failureText(error));
    }
  }

  return (
    <>
      <ConfirmButton
        variant={canSend ? 'filled' : 'default'}
        disabled={isBlocked || jobId !== null}
        label={t(canSend ? handoverText.offer : handoverText.offerAgain)}
        question={t(handoverText.offerQuestion)}
        confirm={t(handoverText.offer)}
        onConfirm={pack}
      />
      {jobId !== null && (
        <JobProgress key={jobId} jobId={jobId} label={t(handoverText.making)} onDone={() => void mark(jobId)} />
      )}
    </>
  );
}
