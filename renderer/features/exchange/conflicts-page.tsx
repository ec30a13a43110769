import {Anchor, Button, Stack, Text as Words} from '@mantine/core';
import {Link} from 'wouter';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useCall} from '../../lib/use-call.ts';
import {conflictText} from '../../text/exchange-held.ts';
import {exchangeText} from '../../text/exchange.ts';
import {EmptyState} from '../../ui/empty-state.tsx';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {ConflictCard} from './conflict-card.tsx';
import {DoubledNumberCard} from './doubled-number-card.tsx';

/**
 * Where edits of two PCs have met: both values beside each other, and a person chooses; and the numbers that both have given.
 * Null: of everybody.
 */
export function ConflictsPage({recipientId}: {recipientId: string | null}) {
  const {t} = useText();
  const met = useCall('exchange', 'conflicts', {recipientId});
  const doubled = useCall('numbering', 'doubled', {recipientId});
  const conflicts = met.data?.conflicts;
  const numbers = doubled.data?.numbers;
  const error = met.error ?? doubled.error;
  const isEmpty = conflicts?.length === 0 && numbers?.length === 0;
  return (
    <Page
      title={t(conflictText.title)}
      actions={
        <Button component={Link} href={paths.settings('exchange')} variant="default">
          {t(exchangeText.title)}
        </Button>
      }
    >
      {error && <ProblemNote error={error} retry={() => void Promise.all([met.refetch(), doubled.refetch()])} />}
      {(!conflicts || !numbers) && !error && <Waiting />}
      {isEmpty && <EmptyState title={t(conflictText.emptyTitle)} what={t(conflictText.emptyWhat)} />}
      {numbers !== undefined && numbers.length > 0 && (
        <Stack gap="md">
          {numbers.map(each => (
            <DoubledNumberCard key={`${each.kind} ${each.holders[0]?.id}`} doubled={each} />
          ))}
        </Stack>
      )}
      {conflicts !== undefined && conflicts.length > 0 && (
        <Stack gap="md">
          <Words size="sm">{t(conflictText.what)}</Words>
          {conflicts.map(conflict => (
            <ConflictCard key={`${conflict.table} ${conflict.rowId} ${conflict.field ?? ''}`} conflict={conflict} />
          ))}
        </Stack>
      )}
      {recipientId !== null && (
        <Anchor component={Link} href={paths.exchangeConflicts()} size="sm">
          {t(conflictText.all)}
        </Anchor>
      )}
    </Page>
  );
}
