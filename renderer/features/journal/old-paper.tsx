import {useWatch} from 'react-hook-form';
import {addDays, isIsoDate} from '../../../domain/dates.ts';
import {CheckField} from '../../form/fields.tsx';
import {today} from '../../lib/clock.ts';
import {journalText} from '../../text/journal.ts';
import type {EntryRaw} from './entry-values.ts';

/** So many days ago a mark is more likely an old paper than today's work. */
const longAgo = 60;

/** Asked where the day lies long ago, and as long as it is ticked. */
export function OldPaper() {
  const on = useWatch<EntryRaw, 'event.happenedOn'>({name: 'event.happenedOn'});
  const isTicked = useWatch<EntryRaw, 'archive'>({name: 'archive'});
  const isOld = isIsoDate(on) && on < addDays(today(), -longAgo);
  if (!isOld && !isTicked) return null;
  return <CheckField name="archive" label={journalText.archive.label} hint={journalText.archive.what} />;
}
