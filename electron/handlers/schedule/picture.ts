import type {PrintLanguage, Text} from '../../../domain/text.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {findFacility} from '../../../db/queries/facility.ts';
import {text} from '../../../domain/text.ts';
import {monthPaper} from '../../../templates/print/month.ts';
import {yearLinePaper} from '../../../templates/print/year-line.ts';
import type {PrintDefinition} from '../../../templates/print/definition.ts';
import type {PaperSource} from '../../contract/paper.ts';
import {monthFileName} from './month-paper.ts';
import {monthOf} from './month.ts';
import {yearFileName} from './year-paper.ts';
import {yearOf} from './year.ts';

export type PictureSource = Extract<PaperSource, {kind: 'month' | 'life'}>;

/** A picture as it is printed; it is no form of the order. */
export function pictureSheet(
  db: ReadableDb,
  today: string,
  source: PictureSource,
  language: PrintLanguage,
): {definition: PrintDefinition; fileName: string} {
  const organisation = organisationOf(db);
  const of = {organisation, language, madeAt: `${today}T00:00:00Z`};
  if (source.kind === 'month') {
    const definition = monthPaper({...of, month: source.month, ...monthOf(db, today, source)});
    return {definition, fileName: monthFileName(source.month, language, 'pdf')};
  }
  const view = yearOf(db, today, source);
  const definition = yearLinePaper({...of, ...view, year: source.year});
  return {definition, fileName: yearFileName(view, source.year, language, 'pdf')};
}

function organisationOf(db: ReadableDb): Text {
  const facility = findFacility(db);
  return text(facility?.nameKk ?? '', facility?.nameRu ?? '');
}
