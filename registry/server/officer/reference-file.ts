import {areYearsApart} from '../../../domain/layered-calendar.ts';
import {kzHolidays} from '../../../templates/calendar/kz-holidays.ts';
import {labelAt} from '../../../templates/core/corrections.ts';
import {editionById} from '../../../templates/editions/editions.ts';
import {readCodeListTable} from './code-list-table.ts';
import {
  readReference,
  type FaultInPlace,
  type LabelCorrection,
  type ReadReference,
  type ReferenceKind,
} from '../../protocol/reference.ts';

/** A file of the officer, checked whole: by itself, and against the editions and the calendar of this version. */
export function readReferenceFile<Kind extends ReferenceKind>(kind: Kind, file: string): ReadReference<Kind> {
  // A table has no brace at its beginning, whatever program has saved it.
  const isTable = kind === 'code-lists' && !/^\uFEFF?\s*\{/u.test(file);
  const read = isTable ? (readCodeListTable(file) as ReadReference<Kind>) : readReference(kind, file);
  if ('faults' in read) return read;
  const {content} = read;
  const faults =
    'corrections' in content
      ? content.corrections.flatMap(withoutLabel)
      : 'fixed' in content && areYearsApart(content, kzHolidays)
        ? [{code: 'years-apart' as const, path: ['fromYear']}]
        : [];
  return faults.length === 0 ? read : {faults};
}

function withoutLabel({edition: id, field}: LabelCorrection, place: number): FaultInPlace[] {
  const edition = editionById(id);
  if (edition === undefined) return [{code: 'unknown-edition', path: ['corrections', place, 'edition']}];
  if (labelAt(edition, field) !== undefined) return [];
  return [{code: 'unknown-field', path: ['corrections', place, 'field']}];
}
