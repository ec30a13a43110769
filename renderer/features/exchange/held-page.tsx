import {Button, Group, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {Link} from 'wouter';
import type {HeldChange} from '../../../electron/contract/exchange.ts';
import {failureText} from '../../lib/failures.ts';
import {now} from '../../lib/clock.ts';
import {whenWords} from '../../lib/exchange-words.ts';
import {heldGroups, type HeldGroup} from '../../lib/held-groups.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {conflictText, heldText} from '../../text/exchange-held.ts';
import {exchangeText} from '../../text/exchange.ts';
import {heldReasonText} from '../../text/exchange-problems.ts';
import {historyTables} from '../../../domain/record-words.ts';
import {ConfirmButton} from '../../ui/confirm-button.tsx';
import {DataTable} from '../../ui/data-table.tsx';
import {EmptyState} from '../../ui/empty-state.tsx';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Section} from '../../ui/section.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {tellFailure} from '../../lib/tell-failure.tsx';

/** What came and could not be taken in: why, and what can be done. */
export function HeldPage() {
  const {t} = useText();
  const write = useRight('conflicts');
  const {data, error, refetch} = useCall('exchange', 'held', {});
  const {run, running} = useCommand('exchange', 'tryHeldAgain');

  async function again(): Promise<void> {
    try {
      await run({});
      notifications.show({message: t(heldText.tried)});
    } catch (failure) {
      tellFailure(t, failureText(failure));
    }
  }

  return (
    <Page
      title={t(heldText.title)}
      actions={
        <>
          <Button component={Link} href={paths.settings('exchange')} variant="default">
            {t(exchangeText.title)}
          </Button>
          {write && data !== undefined && data.changes.length > 0 && (
            <Button loading={running} onClick={() => void again()}>
              {t(heldText.again)}
            </Button>
          )}
        </>
      }
    >
      {error && <ProblemNote error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data?.changes.length === 0 && <EmptyState title={t(heldText.emptyTitle)} what={t(heldText.emptyWhat)} />}
      {data !== undefined && data.changes.length > 0 && (
        <Stack gap="md">
          <Words size="sm">{t(heldText.what)}</Words>
          {heldGroups(data.changes).map(group => (
            <Reason key={group.reason} group={group} more={data.more} />
          ))}
          {data.more && <Words size="sm">{t(heldText.more)}</Words>}
        </Stack>
      )}
    </Page>
  );
}

function Reason({group: {reason, changes}, more}: {group: HeldGroup; more: boolean}) {
  const {t} = useText();
  const isHead = useRight('approve');
  const {run: approve} = useCommand('exchange', 'approveDeletions');
  const {why, what} = heldReasonText[reason];
  return (
    <Section title={t(why)}>
      <Words size="sm">{t(what)}</Words>
      {reason === 'mass-deletion' && (
        <Group>
          {isHead ? (
            <ConfirmButton
              label={t(heldText.approve)}
              question={t(heldText.approveQuestion(changes.length, more))}
              confirm={t(heldText.approveYes(changes.length))}
              onConfirm={() => approve({})}
            />
          ) : (
            <Words size="sm" fw={500}>
              {t(exchangeText.onlyHead)}
            </Words>
          )}
        </Group>
      )}
      <DataTable<HeldChange>
        caption={t(why)}
        rows={changes}
        rowKey={({stamp}) => stamp}
        columns={[
          {
            key: 'change',
            head: t(heldText.change),
            namesRow: true,
            cell: ({table, op}) => `${t(historyTables[table]?.name ?? conflictText.record)}: ${t(heldText.ops[op])}`,
          },
          {key: 'from', head: t(heldText.from), width: 260, cell: ({from}) => from},
          {
            key: 'received',
            head: t(heldText.received),
            width: 210,
            cell: ({receivedAt}) => t(whenWords(receivedAt, now())),
          },
        ]}
      />
    </Section>
  );
}
