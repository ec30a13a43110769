import {formatDate} from '../../../domain/dates.ts';
import type {Text} from '../../../domain/text.ts';
import type {JournalView} from '../../../electron/contract/journal.ts';
import {journalText} from '../../text/journal.ts';

/** A volume is called by its days. */
export function volumeName({begunOn, endedOn}: JournalView): Text {
  return journalText.volumeName(formatDate(begunOn), endedOn === null ? null : formatDate(endedOn));
}
