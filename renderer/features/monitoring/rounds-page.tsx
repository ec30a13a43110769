import {Anchor, Button, Group, Stack, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {Link, useLocation} from 'wouter';
import {formatDate} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import type {Text} from '../../../domain/text.ts';
import type {roundLine} from '../../../electron/contract/monitoring.ts';
import type {z} from 'zod';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {monitoringText} from '../../text/monitoring.ts';
import {DataTable, type DataColumn} from '../../ui/data-table.tsx';
import {EmptyState} from '../../ui/empty-state.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {StatusBadge} from '../../ui/status-badge.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {RoundFrame} from './round-frame.tsx';

type RoundLine = z.output<typeof roundLine>;

/** The rounds of a plan, and the way to begin the next one or to go on with the one that is open. */
export function RoundsPage({recipientId, planId}: {recipientId: string; planId: string}) {
  const {t} = useText();
  const [, navigate] = useLocation();
  const person = useCall('recipient', 'get', {id: recipientId});
  const plan = useCall('plan', 'get', {id: planId});
  const rounds = useCall('monitoring', 'rounds', {planId});
  const starting = useCommand('monitoring', 'start');
  const write = useRight('plan');
  const [failure, setFailure] = useState<unknown>(null);
  const error = person.error ?? plan.error ?? rounds.error;
  if (error) return <ProblemNote error={error} retry={() => void rounds.refetch()} />;
  if (!person.data || !plan.data || !rounds.data) return <Waiting />;
  const open = rounds.data.find(round => round.status === 'open');

  async function start(): Promise<void> {
    setFailure(null);
    try {
      const {id} = open ?? (await starting.run({planId}));
      navigate(paths.round(recipientId, planId, id));
    } catch (reason) {
      setFailure(reason);
    }
  }

  const canStart = plan.data.status === 'approved' && (write || open !== undefined);
  const begin = canStart && (
    <Button autoFocus loading={starting.running} onClick={() => void start()}>
      {t(open ? monitoringText.resume : monitoringText.begin)}
    </Button>
  );

  return (
    <RoundFrame
      title={t(monitoringText.title)}
      person={fullName(person.data.name)}
      recipientId={recipientId}
      planId={planId}
      withRounds={false}
    >
      <Stack gap="md">
        {failure !== null && <ProblemNote error={failure} />}
        {!canStart && plan.data.approvedOn === null && <Words>{t(monitoringText.onlyApproved)}</Words>}
        {rounds.data.length === 0 ? (
          <EmptyState title={t(monitoringText.noRounds)} what={t(monitoringText.noRoundsWhat)}>
            {begin}
          </EmptyState>
        ) : (
          <>
            <Group>{begin}</Group>
            <DataTable<RoundLine>
              caption={t(monitoringText.rounds)}
              rows={[...rounds.data].sort((a, b) => b.number - a.number)}
              rowKey={round => round.id}
              columns={columnsOf(t, recipientId, planId)}
            />
          </>
        )}
      </Stack>
    </RoundFrame>
  );
}

function columnsOf(t: (words: Text) => string, recipientId: string, planId: string): DataColumn<RoundLine>[] {
  return [
    {
      key: 'number',
      head: t(monitoringText.title),
      namesRow: true,
      cell: round => (
        <Anchor component={Link} href={paths.round(recipientId, planId, round.id)}>
          {t(monitoringText.round(round.number))}
        </Anchor>
      ),
    },
    {
      key: 'observed',
      head: t(monitoringText.period),
      cell: round => span(round.observedFrom, round.observedTo),
    },
    {
      key: 'on',
      head: t(monitoringText.monitoredOn),
      cell: round => (round.monitoredOn === null ? '—' : formatDate(round.monitoredOn)),
    },
    {
      key: 'status',
      head: t(monitoringText.status),
      cell: round => (
        <StatusBadge tone={round.status === 'open' ? 'wait' : 'good'}>
          {t(round.status === 'open' ? monitoringText.open : monitoringText.closed)}
        </StatusBadge>
      ),
    },
    {
      key: 'paper',
      head: t(monitoringText.frozenPaper),
      cell: round => (
        <Anchor component={Link} href={paths.paper({kind: 'living', form: 'appendix-5', subjectId: round.id})}>
          {t(monitoringText.preview)}
        </Anchor>
      ),
    },
  ];
}

function span(from: string | null, to: string | null): string {
  if (from === null && to === null) return '—';
  return `${from === null ? '—' : formatDate(from)} – ${to === null ? '—' : formatDate(to)}`;
}
