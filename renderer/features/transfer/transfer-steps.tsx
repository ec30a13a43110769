import {Alert, Button, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {IconFileZip} from '@tabler/icons-react';
import {useState} from 'react';
import {stateAfter} from '../../../domain/transfer.ts';
import type {TransferView} from '../../../electron/contract/transfer.ts';
import {client} from '../../lib/bridge.ts';
import {failureText} from '../../lib/failures.ts';
import {useText} from '../../lib/language.tsx';
import {useCommand} from '../../lib/use-call.ts';
import {transferLackNames, transferText} from '../../text/transfer.ts';
import {ConfirmButton} from '../../ui/confirm-button.tsx';
import {JobProgress} from '../../ui/job-progress.tsx';
import {Section} from '../../ui/section.tsx';
import {ReasonButton} from './reason-button.tsx';
import {RegistrySteps} from './registry-steps.tsx';
import {SealedFile} from './sealed-file.tsx';
import {tellFailure} from '../../lib/tell-failure.tsx';

/** What comes next: the file and its passphrase, handing over, the answer of the other side. */
export function TransferSteps({
  transfer,
  isSaved,
  mayWrite,
}: {
  transfer: TransferView;
  /** Whether the papers say what is typed. */
  isSaved: boolean;
  mayWrite: boolean;
}) {
  const {t} = useText();
  const {direction, state, outside, otherFacilityId, lacks, papers} = transfer;
  const isThroughRegistry = otherFacilityId !== null;
  const [made, setMade] = useState<{readonly jobId: string; readonly stamp: string} | null>(null);
  const [doneJob, setDoneJob] = useState<string | null>(null);
  const send = useCommand('transfer', 'send');
  const stops = lacks.filter(lack => lack.stops);
  const warnings = lacks.filter(lack => !lack.stops);
  const canSend = stateAfter(direction, state, 'send') !== null;
  // What was saved since is not in the file: it is made anew.
  const jobId = made === null || (canSend && made.stamp !== transfer.stamp) ? null : made.jobId;
  const canMake = !outside && !isThroughRegistry && (canSend || state === 'sent');
  const isBlocked = stops.length > 0 || !isSaved;

  async function make(): Promise<void> {
    try {
      const {jobId: started} = await client.transfer.seal({id: transfer.id});
      setMade({jobId: started, stamp: transfer.stamp});
    } catch (error) {
      tellFailure(t, failureText(error));
    }
  }

  async function markSent(said = transferText.sent): Promise<void> {
    await send.run({id: transfer.id, seen: transfer.stamp});
    notifications.show({message: t(said)});
  }

  return (
    <Stack gap="md">
      <Section title={t(transferText.handOver)}>
        <Words size="sm">{t(transferText.goAlong(papers))}</Words>
        <Lacks title={t(transferText.lacksTitle)} codes={stops.map(lack => lack.code)} color="yellow" />
        <Lacks title={t(transferText.warnings)} codes={warnings.map(lack => lack.code)} color="blue" />
        {!isSaved && (
          <Words size="sm" role="status">
            {t(transferText.saveFirst)}
          </Words>
        )}
        {mayWrite && isThroughRegistry && <RegistrySteps transfer={transfer} isBlocked={isBlocked} />}
        {mayWrite && canMake && (
          <Button
            variant={canSend ? 'filled' : 'default'}
            leftSection={<IconFileZip size={16} aria-hidden />}
            disabled={isBlocked}
            onClick={() => void make()}
          >
            {t(canSend && jobId === null ? transferText.makeFile : transferText.makeFileAgain)}
          </Button>
        )}
        {jobId !== null && (
          <JobProgress key={jobId} jobId={jobId} label={t(transferText.making)} onDone={() => setDoneJob(jobId)} />
        )}
        {jobId !== null && doneJob === jobId && (
          <SealedFile
            key={jobId}
            jobId={jobId}
            isSaved={isSaved}
            onSaved={canSend ? () => markSent(transferText.fileSent) : null}
          />
        )}
        {mayWrite && canSend && outside && (
          <ConfirmButton
            variant="filled"
            disabled={isBlocked}
            label={t(transferText.send)}
            question={t(transferText.sendQuestion)}
            confirm={t(transferText.send)}
            onConfirm={() => markSent()}
          />
        )}
      </Section>
      {mayWrite && <Answer transfer={transfer} />}
    </Stack>
  );
}

function Lacks({
  title,
  codes,
  color,
}: {
  title: string;
  codes: readonly (keyof typeof transferLackNames)[];
  color: string;
}) {
  const {t} = useText();
  if (codes.length === 0) return null;
  return (
    <Alert color={color} p="xs" title={title}>
      <ul className="transfer-list">
        {codes.map(code => (
          <li key={code}>{t(transferLackNames[code])}</li>
        ))}
      </ul>
    </Alert>
  );
}

/** What the other side has said, or that we call it off. */
function Answer({transfer}: {transfer: TransferView}) {
  const {t} = useText();
  const {id, stamp: seen, direction, state} = transfer;
  const confirm = useCommand('transfer', 'confirm');
  const reject = useCommand('transfer', 'reject');
  const cancel = useCommand('transfer', 'cancel');
  if (stateAfter(direction, state, 'cancel') === null) return null;
  const isSent = stateAfter(direction, state, 'accept') !== null;
  return (
    <Section title={t(isSent ? transferText.answer : transferText.cancel)}>
      {isSent && (
        <>
          <Words size="sm">{t(transferText.answerWhat)}</Words>
          <ConfirmButton
            label={t(transferText.confirm)}
            question={t(transferText.confirmQuestion)}
            confirm={t(transferText.confirm)}
            onConfirm={() => confirm.run({id, seen})}
          />
          <ReasonButton
            label={transferText.reject}
            what={transferText.rejectWhat}
            field={transferText.rejectReason}
            onReason={reason => reject.run({id, seen, reason})}
          />
        </>
      )}
      <ReasonButton
        label={transferText.cancel}
        what={transferText.cancelWhat}
        field={transferText.cancelReason}
        onReason={reason => cancel.run({id, seen, reason})}
      />
    </Section>
  );
}
