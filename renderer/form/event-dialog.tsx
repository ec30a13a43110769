import {Text as Words} from '@mantine/core';
import type {z} from 'zod';
import {fullName, type PersonName} from '../../domain/person.ts';
import type {PlacementEventKind} from '../../domain/placement.ts';
import type {PlacementEventView} from '../../electron/contract/journal.ts';
import {AdmitDialog} from './admit-dialog.tsx';
import {DraftForm} from './draft-form.tsx';
import {SaveBar} from './save-bar.tsx';
import {useDraftForm} from './use-draft-form.ts';
import {today} from '../lib/clock.ts';
import {useText} from '../lib/language.tsx';
import {useCommand} from '../lib/use-call.ts';
import {journalText} from '../text/journal.ts';
import {Dialog} from '../ui/dialog.tsx';
import {EventFields} from './event-fields.tsx';
import {eventRaw, eventSchema} from './event-values.ts';

type EventValues = z.output<typeof eventSchema>;

interface RecordProps {
  readonly row: {readonly placementId: string; readonly name: PersonName};
  readonly kind: PlacementEventKind;
  readonly onClose: () => void;
}

/** A new mark in a row of the journal; an admission with its conditions. */
export function RecordDialog(props: RecordProps) {
  return props.kind === 'admitted' ? <AdmitDialog {...props} /> : <MarkDialog {...props} />;
}

function MarkDialog({row, kind, onClose}: RecordProps) {
  const {run, running} = useCommand('journal', 'record');
  return (
    <EventDialog
      name={fullName(row.name)}
      kind={kind}
      event={null}
      draftKey={`journal:${row.placementId}:${kind}`}
      running={running}
      onSave={values => run({placementId: row.placementId, event: {kind, ...values}})}
      onClose={onClose}
    />
  );
}

/** Mends a mark that was typed wrongly. */
export function CorrectDialog({name, event, onClose}: {name: string; event: PlacementEventView; onClose: () => void}) {
  const {run, running} = useCommand('journal', 'correct');
  return (
    <EventDialog
      name={name}
      kind={event.kind}
      event={event}
      draftKey={`journal:event:${event.id}`}
      running={running}
      onSave={(values, seen) => run({eventId: event.id, seen: seen ?? event.stamp, ...values})}
      onClose={onClose}
    />
  );
}

function EventDialog({
  name,
  kind,
  event,
  draftKey,
  running,
  onSave,
  onClose,
}: {
  name: string;
  kind: PlacementEventKind;
  event: PlacementEventView | null;
  draftKey: string;
  running: boolean;
  onSave: (values: EventValues, seen: string | null) => Promise<unknown>;
  onClose: () => void;
}) {
  const {t} = useText();
  const value = useDraftForm({
    key: draftKey,
    schema: eventSchema,
    defaultValues: eventRaw(event, today()),
    base: event?.stamp ?? null,
  });
  const title = t(event === null ? journalText.actions[kind] : journalText.correct);
  const save = async (values: EventValues) => {
    await onSave(values, value.draft.base);
    value.draft.settle();
    onClose();
  };
  return (
    <Dialog onClose={onClose} title={title}>
      <Words fw={600} mb="sm" style={{overflowWrap: 'anywhere'}}>
        {name}
      </Words>
      <DraftForm value={value} onSubmit={save} label={title}>
        <EventFields kind={kind} />
        <SaveBar draft={value.draft} saving={running} />
      </DraftForm>
    </Dialog>
  );
}
