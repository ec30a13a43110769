import {Button, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useState} from 'react';
import {useLocation} from 'wouter';
import type {Arrival} from '../../../electron/contract/transfer.ts';
import {failureText} from '../../lib/failures.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useCommand} from '../../lib/use-call.ts';
import {transferText} from '../../text/transfer.ts';
import {Section} from '../../ui/section.tsx';
import {AcceptDialog, type AcceptValues} from './accept-dialog.tsx';
import {ReasonButton} from './reason-button.tsx';
import {tellFailure} from '../../lib/tell-failure.tsx';

interface Kept {
  readonly id: string;
  readonly stamp: string;
}

/** Accept, reject, or decide later. What was only opened is written down first, once. */
export function Decision({arrival, kept: before}: {arrival: Arrival; kept: Kept | {readonly openedId: string}}) {
  const {t} = useText();
  const [, navigate] = useLocation();
  const keep = useCommand('transfer', 'keep');
  const accept = useCommand('transfer', 'accept');
  const reject = useCommand('transfer', 'reject');
  const [written, setWritten] = useState<Kept | null>(null);
  const [isAccepting, setIsAccepting] = useState(false);

  async function keptOne(): Promise<Kept> {
    if ('id' in before) return before;
    if (written !== null) return written;
    const made = await keep.run({openedId: before.openedId});
    setWritten(made);
    return made;
  }

  async function take({who, ...how}: AcceptValues): Promise<void> {
    const {id, stamp} = await keptOne();
    const {recipientId} = await accept.run({id, seen: stamp, recipientId: who === 'new' ? null : who, ...how});
    notifications.show({message: t(transferText.accepted)});
    navigate(paths.recipient(recipientId));
  }

  async function refuse(reason: string): Promise<void> {
    const {id, stamp} = await keptOne();
    await reject.run({id, seen: stamp, reason});
    navigate(paths.transfers());
  }

  async function later(): Promise<void> {
    try {
      const {id} = await keptOne();
      notifications.show({message: t(transferText.kept)});
      navigate(paths.transfer(id));
    } catch (error) {
      tellFailure(t, failureText(error));
    }
  }

  return (
    <Section title={t(transferText.decision)}>
      <Words size="sm">{t(transferText.acceptWhat)}</Words>
      <Stack gap="xs">
        <Button onClick={() => setIsAccepting(true)}>{t(transferText.accept)}</Button>
        <ReasonButton
          label={transferText.refuse}
          what={transferText.refuseWhat}
          field={transferText.rejectReason}
          onReason={refuse}
        />
        {'openedId' in before && (
          <Button variant="default" onClick={() => void later()}>
            {t(transferText.later)}
          </Button>
        )}
      </Stack>
      {isAccepting && <AcceptDialog known={arrival.known} onAccept={take} onClose={() => setIsAccepting(false)} />}
    </Section>
  );
}
