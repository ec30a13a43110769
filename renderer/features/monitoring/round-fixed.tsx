import {Alert, Button, Group, Paper, Stack, Table, Text as Words} from '@mantine/core';
import {IconFileCheck} from '@tabler/icons-react';
import type {ReactNode} from 'react';
import {Link, useLocation} from 'wouter';
import {formatDate} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import {positiveChangeGroupNames, serviceTypeNames, serviceTypes} from '../../../domain/vocabulary.ts';
import type {MonitoringEntryValues, RoundView} from '../../../electron/contract/monitoring.ts';
import {fieldName} from '../../../templates/core/edition.ts';
import {appendix5} from '../../../templates/editions/308-2022/appendix-5.ts';
import {focusSoon} from '../../lib/focus-soon.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useCall} from '../../lib/use-call.ts';
import {usePrintKey} from '../../lib/use-print-key.ts';
import {monitoringText} from '../../text/monitoring.ts';
import {Section} from '../../ui/section.tsx';
import {StatusBadge} from '../../ui/status-badge.tsx';
import {RoundFrame} from './round-frame.tsx';

const fields = appendix5.fields.rows.fields;

/** A round that stands in the journal: it is read, and printed as it was frozen. */
export function RoundFixed({
  round,
  name,
  revisionPlanId,
  next,
}: {
  round: RoundView;
  name: string;
  revisionPlanId: string | null;
  /** Where the round has just been closed: the way to the next person. It has the keyboard, unless a revision was opened. */
  next: ReactNode;
}) {
  const {t} = useText();
  const [, navigate] = useLocation();
  const paper = paths.paper({kind: 'living', form: 'appendix-5', subjectId: round.id});
  usePrintKey(() => navigate(paper));

  const isLast = revisionPlanId === null && !next;
  const aside = (
    <Stack gap="sm" className="round-aside">
      {revisionPlanId !== null && (
        <Alert color="orange" role="status" p="sm">
          <Stack gap="xs">
            <Words size="sm">{t(monitoringText.revisionOpened)}</Words>
            <Button component={Link} ref={focusSoon} href={paths.plan(round.recipientId, revisionPlanId)}>
              {t(monitoringText.openRevision)}
            </Button>
          </Stack>
        </Alert>
      )}
      {next}
      <Paper withBorder p="sm">
        <Stack gap="sm">
          <Group>
            <StatusBadge tone="good">{t(monitoringText.closed)}</StatusBadge>
          </Group>
          {round.enteredOn !== null && <Words size="sm">{t(monitoringText.enteredOnDay(round.enteredOn))}</Words>}
          <Button
            component={Link}
            href={paper}
            ref={isLast ? focusSoon : undefined}
            variant={isLast ? 'filled' : 'default'}
            leftSection={<IconFileCheck size={16} aria-hidden />}
          >
            {t(monitoringText.frozenPaper)}
          </Button>
          <Words size="xs" c="dimmed">
            {t(monitoringText.readOnly)}
          </Words>
        </Stack>
      </Paper>
    </Stack>
  );

  return (
    <RoundFrame
      title={t(monitoringText.round(round.number))}
      person={name}
      recipientId={round.recipientId}
      planId={round.planId}
      aside={aside}
    >
      <Stack gap="md">
        <Section title={t(appendix5.fields.rows.label)}>
          <Words size="sm">
            {t(appendix5.fields.observed.label)}: {span(round.observedFrom, round.observedTo)}
          </Words>
          <RoundTable entries={round.entries} />
        </Section>
      </Stack>
    </RoundFrame>
  );
}

function RoundTable({entries}: {entries: readonly MonitoringEntryValues[]}) {
  const {t} = useText();
  const {data: staff = []} = useCall('facility', 'staff', {withFormer: true});
  const nameOf = (id: string | null) => {
    const person = staff.find(each => each.id === id);
    return person ? fullName(person.name) : '—';
  };
  return (
    <Table verticalSpacing={6} horizontalSpacing="xs" className="round-table">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t(monitoringText.service)}</Table.Th>
          <Table.Th>{t(monitoringText.state)}</Table.Th>
          <Table.Th>{t(fieldName(fields.correction))}</Table.Th>
          <Table.Th>{t(fieldName(fields.specialist))}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {serviceTypes.map((serviceType, index) => {
          const entry = entries.find(each => each.serviceType === serviceType);
          return (
            <Table.Tr key={serviceType}>
              <Table.Th scope="row">
                {index + 1}. {t(serviceTypeNames[serviceType])}
              </Table.Th>
              <Table.Td>{entry && <EntryState entry={entry} />}</Table.Td>
              <Table.Td>
                <Lines of={[entry?.decision, entry?.recommendation]} />
              </Table.Td>
              <Table.Td>
                {entry && nameOf(entry.staffId)}
                <div>{entry?.monitoredOn ? formatDate(entry.monitoredOn) : ''}</div>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

function EntryState({entry}: {entry: MonitoringEntryValues}) {
  const {t} = useText();
  const isPositive = entry.positive !== null || entry.positiveGroups.length > 0;
  return (
    <>
      {isPositive && (
        <>
          <Words size="sm" fw={600} c="var(--tone-good)">
            {t(monitoringText.statePositive)}
          </Words>
          <Lines of={[...entry.positiveGroups.map(group => t(positiveChangeGroupNames[group])), entry.positive]} />
        </>
      )}
      {entry.noneOrWorse !== null && (
        <>
          <Words size="sm" fw={600} c={entry.noneOrWorse === 'worse' ? 'var(--tone-late)' : undefined}>
            {t(fields.noneOrWorse.fields.kind.options[entry.noneOrWorse])}
          </Words>
          <Lines of={[entry.reason]} />
        </>
      )}
    </>
  );
}

function Lines({of}: {of: readonly (string | null | undefined)[]}) {
  return of
    .filter(line => line !== null && line !== undefined && line !== '')
    .map(line => (
      <div key={line} className="round-prose">
        {line}
      </div>
    ));
}

function span(from: string | null, to: string | null): string {
  return `${from === null ? '—' : formatDate(from)} – ${to === null ? '—' : formatDate(to)}`;
}
