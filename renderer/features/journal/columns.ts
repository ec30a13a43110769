import {ageAt, formatDate} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import type {Text} from '../../../domain/text.ts';
import {placementStatusNames, returnedMark, sexNames} from '../../../domain/vocabulary.ts';
import type {JournalRow} from '../../../electron/contract/journal.ts';
import {appendix2} from '../../../templates/editions/308-2022/appendix-2.ts';
import {journalText} from '../../text/journal.ts';

export interface JournalColumn {
  /** The head as the form prints it. */
  readonly head: Text;
  /** Pixels. */
  readonly width: number;
  /** The lines of the cell. */
  readonly lines: (row: JournalRow, today: string) => readonly Text[];
}

const {fields} = appendix2.fields.rows;

/** The 14 columns of Appendix 2, in its order. */
export const journalColumns: readonly JournalColumn[] = [
  {head: fields.number.label, width: 34, lines: row => [same(String(row.rowNumber))]},
  {head: fields.status.label, width: 88, lines: statusLines},
  {head: fields.name.label, width: 116, lines: row => [same(fullName(row.name))]},
  {head: fields.born.label, width: 80, lines: bornLines},
  {head: fields.sex.label, width: 66, lines: row => (row.sex === null ? [] : [sexNames[row.sex]])},
  {head: fields.address.label, width: 116, lines: row => maybe(row.address)},
  {head: fields.phone.label, width: 78, lines: row => maybe(row.phone)},
  {head: fields.programme.label, width: 108, lines: programmeLines},
  {
    head: fields.admissions.label,
    width: 84,
    lines: row => [...dated(row.admitted), ...(row.returned ? [returnedMark] : [])],
  },
  {head: fields.leaves.label, width: 80, lines: row => row.leaves.flatMap(dated)},
  {head: fields.discharges.label, width: 80, lines: row => dated(row.discharged)},
  {head: fields.reason.label, width: 92, lines: row => maybe(row.dischargeReason)},
  {head: fields.transfers.label, width: 92, lines: row => dated(row.transferred)},
  {head: fields.destination.label, width: 96, lines: row => maybe(row.destination)},
];

function statusLines(row: JournalRow): Text[] {
  const since = row.status === 'queued' && row.queuedOn !== null ? [same(formatDate(row.queuedOn))] : [];
  return [placementStatusNames[row.status], ...since];
}

function bornLines({bornOn}: JournalRow, today: string): Text[] {
  if (bornOn === null) return [];
  const years = ageAt(bornOn, today);
  return [same(formatDate(bornOn)), ...(years === null ? [] : [journalText.age(years)])];
}

function programmeLines({programmeFrom, programmeTo}: JournalRow): Text[] {
  return [
    ...(programmeFrom === null ? [] : [journalText.programmeFrom(formatDate(programmeFrom))]),
    ...(programmeTo === null ? [] : [journalText.programmeTo(formatDate(programmeTo))]),
  ];
}

function dated(event: {on: string; orderNumber: string | null} | null): Text[] {
  if (event === null) return [];
  return [same(formatDate(event.on)), ...(event.orderNumber === null ? [] : [same(`№ ${event.orderNumber}`)])];
}

function maybe(words: string | null): Text[] {
  return words === null ? [] : [same(words)];
}

/** What is written alike in both languages. */
function same(words: string): Text {
  return {kk: words, ru: words};
}
