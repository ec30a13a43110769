import {Anchor, Button, Text as Words} from '@mantine/core';
import {IconFileImport} from '@tabler/icons-react';
import {Link} from 'wouter';
import {transferDirectionNames, transferStateNames} from '../../../domain/record-value-words.ts';
import {fullName} from '../../../domain/person.ts';
import type {Text} from '../../../domain/text.ts';
import {transferDirections} from '../../../domain/transfer.ts';
import type {TransferLine} from '../../../electron/contract/transfer.ts';
import {focusSoon} from '../../lib/focus-soon.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {queueText} from '../../text/queue.ts';
import {transferText} from '../../text/transfer.ts';
import {DataTable, type DataColumn} from '../../ui/data-table.tsx';
import {EmptyState} from '../../ui/empty-state.tsx';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Section} from '../../ui/section.tsx';
import {StatusBadge} from '../../ui/status-badge.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {NotTaken} from './registry-state.tsx';
import {stateTones} from './state-tones.ts';

/** Who is handed over and who has come: what is under way and what has ended, the newest first. */
export function TransfersPage() {
  const {t} = useText();
  const write = useRight('file');
  const list = useCall('transfer', 'list', {recipientId: null});
  return (
    <Page
      title={t(transferText.title)}
      actions={
        <>
          <Button component={Link} href={paths.journal()} variant="default">
            {t(queueText.toJournal)}
          </Button>
          {write && (
            <Button
              component={Link}
              href={paths.openTransfer()}
              ref={focusSoon}
              leftSection={<IconFileImport size={16} aria-hidden />}
            >
              {t(transferText.openFile)}
            </Button>
          )}
        </>
      }
    >
      <Words size="sm">{t(transferText.what)}</Words>
      <NotTaken />
      {list.error && <ProblemNote error={list.error} retry={() => void list.refetch()} />}
      {!list.data && !list.error && <Waiting />}
      {list.data?.length === 0 && <EmptyState title={t(transferText.emptyTitle)} what={t(transferText.emptyWhat)} />}
      {list.data !== undefined &&
        list.data.length > 0 &&
        transferDirections.map(direction => {
          const lines = list.data.filter(line => line.direction === direction);
          const title = t(transferDirectionNames[direction]);
          return (
            <Section key={direction} title={title}>
              {lines.length === 0 ? (
                <Words size="sm">{t(transferText.none)}</Words>
              ) : (
                <DataTable<TransferLine>
                  caption={title}
                  rows={lines}
                  rowKey={line => line.id}
                  columns={columnsOf(t, direction)}
                />
              )}
            </Section>
          );
        })}
    </Page>
  );
}

function columnsOf(t: (words: Text) => string, direction: TransferLine['direction']): DataColumn<TransferLine>[] {
  return [
    {
      key: 'name',
      head: t(transferText.name),
      namesRow: true,
      cell: line => (
        <Anchor component={Link} href={paths.transfer(line.id)}>
          {fullName(line.name)}
        </Anchor>
      ),
    },
    {
      key: 'other',
      head: t(direction === 'outgoing' ? transferText.to : transferText.from),
      cell: ({other}) => t({kk: other.kk || other.ru || '—', ru: other.ru || other.kk || '—'}),
    },
    {
      key: 'order',
      head: t(transferText.order),
      width: 190,
      cell: ({dischargeOrder, dischargeOn}) => transferText.numbered(dischargeOrder, dischargeOn) || '—',
    },
    {
      key: 'state',
      head: t(transferText.state),
      width: 230,
      cell: ({state}) => <StatusBadge tone={stateTones[state]}>{t(transferStateNames[state])}</StatusBadge>,
    },
  ];
}
