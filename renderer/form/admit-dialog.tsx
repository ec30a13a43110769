import {Text as Words} from '@mantine/core';
import {useWatch} from 'react-hook-form';
import {z} from 'zod';
import {isIsoDate} from '../../domain/dates.ts';
import {fullName, type PersonName} from '../../domain/person.ts';
import type {AdmissionView} from '../../electron/contract/admission.ts';
import {today} from '../lib/clock.ts';
import {useText} from '../lib/language.tsx';
import {useCall, useCommand} from '../lib/use-call.ts';
import {admissionText} from '../text/admission.ts';
import {journalText} from '../text/journal.ts';
import {Dialog} from '../ui/dialog.tsx';
import {ProblemNote} from '../ui/problem-note.tsx';
import {Section} from '../ui/section.tsx';
import {Waiting} from '../ui/waiting.tsx';
import {AdmissionFields} from './admission-fields.tsx';
import {admissionRaw, admissionSchema, givenFrom} from './admission-values.ts';
import {DraftForm} from './draft-form.tsx';
import {EventFields} from './event-fields.tsx';
import {eventRaw, eventSchema} from './event-values.ts';
import {SaveBar} from './save-bar.tsx';
import {useDraftForm} from './use-draft-form.ts';

interface AdmitProps {
  readonly row: {readonly placementId: string; readonly name: PersonName};
  readonly onClose: () => void;
}

/** The admission: its day and order, and the conditions as they stood when the person was put into the queue. */
export function AdmitDialog({row, onClose}: AdmitProps) {
  const {t} = useText();
  const {data, error} = useCall('admission', 'get', {placementId: row.placementId});
  return (
    <Dialog onClose={onClose} size="xl" title={t(journalText.actions.admitted)}>
      <Words fw={600} mb="sm" style={{overflowWrap: 'anywhere'}}>
        {fullName(row.name)}
      </Words>
      {data ? (
        <AdmitForm row={row} view={data} onClose={onClose} />
      ) : error ? (
        <ProblemNote error={error} />
      ) : (
        <Waiting />
      )}
    </Dialog>
  );
}

const schema = z.object({event: eventSchema, admission: admissionSchema});

function AdmitForm({row, view, onClose}: AdmitProps & {view: AdmissionView}) {
  const {t} = useText();
  const {run, running} = useCommand('journal', 'record');
  const value = useDraftForm({
    key: `journal:${row.placementId}:admitted`,
    schema,
    defaultValues: {event: eventRaw(null, today()), admission: admissionRaw(view.organisationType, view.given)},
    base: null,
  });
  const save = async ({event}: z.output<typeof schema>) => {
    const known = knownOf(view, event.happenedOn);
    const admission = known === null ? null : givenFrom(known, value.form.getValues('admission'));
    await run({placementId: row.placementId, event: {kind: 'admitted', ...event}, admission});
    value.draft.settle();
    onClose();
  };
  return (
    <DraftForm value={value} onSubmit={save} label={t(journalText.actions.admitted)}>
      <EventFields kind="admitted" at="event." />
      <Conditions view={view} />
      <SaveBar draft={value.draft} saving={running} />
    </DraftForm>
  );
}

/** The age is counted on the day of admission, also while it is being typed. */
function Conditions({view}: {view: AdmissionView}) {
  const {t} = useText();
  const on = useWatch<z.input<typeof schema>, 'event.happenedOn'>({name: 'event.happenedOn'});
  const known = knownOf(view, isIsoDate(on) ? on : today());
  if (known === null) return null;
  return (
    <Section title={t(admissionText.title)}>
      <AdmissionFields known={known} />
    </Section>
  );
}

function knownOf({organisationType, known}: AdmissionView, on: string) {
  return organisationType === null ? null : {organisationType, on, ...known};
}
