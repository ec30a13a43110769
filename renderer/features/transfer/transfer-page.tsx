import {Button, Group, Text as Words} from '@mantine/core';
import {IconPrinter} from '@tabler/icons-react';
import {useState} from 'react';
import {Link} from 'wouter';
import {transferStateNames} from '../../../domain/record-value-words.ts';
import {fullName} from '../../../domain/person.ts';
import {mayChange, transferParagraphs} from '../../../domain/transfer.ts';
import type {TransferView} from '../../../electron/contract/transfer.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {issuesText} from '../../text/issues.ts';
import {transferText} from '../../text/transfer.ts';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {StatusBadge} from '../../ui/status-badge.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {ArrivalView} from './arrival-view.tsx';
import {Decision} from './decision.tsx';
import {RegistryState} from './registry-state.tsx';
import {stateTones} from './state-tones.ts';
import {TransferEdit} from './transfer-edit.tsx';
import {TransferFacts} from './transfer-facts.tsx';
import {TransferSteps} from './transfer-steps.tsx';

/** One hand-over: its papers, its file, what became of it. */
export function TransferPage({transferId}: {transferId: string}) {
  const transfer = useCall('transfer', 'get', {id: transferId});
  if (transfer.error) return <ProblemNote error={transfer.error} retry={() => void transfer.refetch()} />;
  if (!transfer.data) return <Waiting />;
  return transfer.data.direction === 'outgoing' ? (
    <Outgoing transfer={transfer.data} />
  ) : (
    <Incoming transfer={transfer.data} />
  );
}

function Outgoing({transfer}: {transfer: TransferView}) {
  const write = useRight('file');
  const [isSaved, setIsSaved] = useState(true);
  const isOpen = mayChange(transfer.direction, transfer.state) && write;
  return (
    <Page
      person={fullName(transfer.name)}
      actions={<Actions transfer={transfer} />}
      aside={<TransferSteps transfer={transfer} isSaved={!isOpen || isSaved} mayWrite={write} />}
    >
      <State transfer={transfer} />
      {isOpen ? (
        <TransferEdit key={transfer.id} transfer={transfer} onTyped={setIsSaved} />
      ) : (
        <TransferFacts transfer={transfer} />
      )}
    </Page>
  );
}

function Incoming({transfer}: {transfer: TransferView}) {
  const {t} = useText();
  const write = useRight('file');
  const {data: arrival, error} = useCall('transfer', 'arrival', {id: transfer.id});
  return (
    <Page
      person={fullName(transfer.name)}
      actions={<Actions transfer={transfer} />}
      aside={
        arrival &&
        transfer.state === 'received' &&
        write && <Decision arrival={arrival} kept={{id: transfer.id, stamp: transfer.stamp}} />
      }
    >
      <State transfer={transfer} />
      {error && <ProblemNote error={error} />}
      {!arrival && !error && <Waiting />}
      {arrival && <ArrivalView arrival={arrival} isDecided={transfer.state !== 'received'} />}
      <Words size="xs" c="dimmed" mt="sm">
        {t(transferText.attachedWhat)}
      </Words>
    </Page>
  );
}

function Actions({transfer}: {transfer: TransferView}) {
  const {t} = useText();
  return (
    <>
      {transfer.recipientId !== null && (
        <Button component={Link} href={paths.recipient(transfer.recipientId)} variant="subtle" size="compact-md">
          {t(transferText.goToPerson)}
        </Button>
      )}
      <Button
        component={Link}
        href={paths.paper({kind: 'transfer', transferId: transfer.id})}
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden />}
      >
        {t(transferText.print)}
      </Button>
    </>
  );
}

function State({transfer}: {transfer: TransferView}) {
  const {t} = useText();
  const {state, reason, type, registry} = transfer;
  return (
    <Group gap="sm" mb="md">
      <StatusBadge tone={stateTones[state]}>{t(transferStateNames[state])}</StatusBadge>
      {registry !== null && <RegistryState transfer={transfer} />}
      {reason !== null && <Words size="sm">{t(transferText.reason(reason))}</Words>}
      {type !== null && (
        <Words size="xs" c="dimmed">
          {t(issuesText.paragraph(transferParagraphs[type]))}
        </Words>
      )}
    </Group>
  );
}
