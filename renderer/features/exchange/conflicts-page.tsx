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

/** Where edits of two PCs have met: both values beside each other, and a person chooses. Null: of everybody. */
export function ConflictsPage({recipientId}: {recipientId: string | null}) {
  const {t} = useText();
  const {data, error, refetch} = useCall('exchange', 'conflicts', {recipientId});
  return (
    <Page
      title={t(conflictText.title)}
      actions={
        <Button component={Link} href={paths.settings('exchange')} variant="default">
          {t(exchangeText.title)}
        </Button>
      }
    >
      {error && <ProblemNote error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data?.conflicts.length === 0 && (
        <EmptyState title={t(conflictText.emptyTitle)} what={t(conflictText.emptyWhat)} />
      )}
      {data !== undefined && data.conflicts.length > 0 && (
        <Stack gap="md">
          <Words size="sm">{t(conflictText.what)}</Words>
          {data.conflicts.map(conflict => (
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
