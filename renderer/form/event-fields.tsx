import {SimpleGrid, Stack} from '@mantine/core';
import type {PlacementEventKind} from '../../domain/placement.ts';
import {appendix2} from '../../templates/editions/308-2022/appendix-2.ts';
import {CodeField} from './code-field.tsx';
import {WhereField} from './facility-name-field.tsx';
import {DateField, TextField} from './fields.tsx';
import {journalText} from '../text/journal.ts';
import {asked} from './event-values.ts';

/** Whose reason stands in the form as the reason of leaving (Appendix 2, column 12). */
const leaves: ReadonlySet<PlacementEventKind> = new Set(['discharged', 'transferred', 'withdrawn']);

/** The day of a mark and what belongs to it. `at`: the path of the event in the form, with its dot. */
export function EventFields({kind, at = ''}: {kind: PlacementEventKind; at?: string}) {
  const {order, until, reason, destination} = asked[kind];
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{base: 1, xs: 2}} spacing="sm">
        <DateField name={`${at}happenedOn`} label={journalText.days[kind]} required />
        {order && <TextField name={`${at}orderNumber`} label={journalText.orderNumber} />}
        {until && <DateField name={`${at}until`} label={journalText.until[until]} required={until === 'postponed'} />}
      </SimpleGrid>
      {reason &&
        (leaves.has(kind) ? (
          <CodeField list="leaving-reasons" name={`${at}reason`} label={journalText.reason} />
        ) : (
          <TextField name={`${at}reason`} label={journalText.reason} />
        ))}
      {destination && <WhereField name={`${at}destination`} label={appendix2.fields.rows.fields.destination.label} />}
    </Stack>
  );
}
