import {Button, Group, Stack, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {formatDate} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import {inOrder} from '../../../domain/placement.ts';
import type {JournalRow, PlacementEventView} from '../../../electron/contract/journal.ts';
import {CorrectDialog} from '../../form/event-dialog.tsx';
import {useText} from '../../lib/language.tsx';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {journalText} from '../../text/journal.ts';
import {ConfirmButton} from '../../ui/confirm-button.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';

/** The marks of a row, in their order; each can be corrected, the last one taken back. */
export function MarksDialog({row, mayWrite, onClose}: {row: JournalRow; mayWrite: boolean; onClose: () => void}) {
  const {t} = useText();
  const {data: events = [], error} = useCall('journal', 'events', {placementId: row.placementId});
  const {run: takeBack} = useCommand('journal', 'takeBack');
  const [correcting, setCorrecting] = useState<PlacementEventView | null>(null);
  const name = fullName(row.name);
  const ordered = inOrder(events);
  if (correcting) return <CorrectDialog name={name} event={correcting} onClose={() => setCorrecting(null)} />;
  return (
    <Dialog onClose={onClose} title={t(journalText.marks)} size="lg">
      <Stack gap="sm">
        <Words fw={600} style={{overflowWrap: 'anywhere'}}>
          {name}
        </Words>
        {error && <ProblemNote error={error} />}
        {ordered.map((event, index) => (
          <Group key={event.id} justify="space-between" wrap="nowrap" align="flex-start" gap="md">
            <div>
              <Words size="sm" fw={500}>
                {formatDate(event.happenedOn)}
                {' · '}
                {t(journalText.marksNames[event.kind])}
                {event.orderNumber !== null && ` · № ${event.orderNumber}`}
                {event.until !== null && ` · ${t(journalText.arriveBy(formatDate(event.until)))}`}
              </Words>
              <Words size="sm" c="dimmed" style={{overflowWrap: 'anywhere'}}>
                {[event.reason, event.destination].filter(part => part !== null).join('; ')}
              </Words>
            </div>
            {mayWrite && (
              <Group gap="xs" wrap="nowrap">
                <Button size="compact-sm" variant="default" onClick={() => setCorrecting(event)}>
                  {t(journalText.correct)}
                </Button>
                {index === ordered.length - 1 && index > 0 && (
                  <ConfirmButton
                    size="compact-sm"
                    label={t(journalText.takeBack)}
                    question={t(
                      journalText.takeBackQuestion(journalText.marksNames[event.kind], formatDate(event.happenedOn)),
                    )}
                    confirm={t(journalText.takeBackYes)}
                    onConfirm={() => takeBack({eventId: event.id, seen: event.stamp})}
                  />
                )}
              </Group>
            )}
          </Group>
        ))}
      </Stack>
    </Dialog>
  );
}
