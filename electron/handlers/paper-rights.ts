import {may, type Right} from '../../domain/roles.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {findPaper} from '../../db/queries/paper.ts';
import type {PaperForm, PaperSource} from '../contract/paper.ts';
import {CallFailure, type Account} from './context.ts';
import {formOf} from './paper-sheet.ts';
import {orMissing} from './refusals.ts';

/** What stands on a form (Appendices 2 to 5). */
const shownOn: Readonly<Record<PaperForm, readonly Right[]>> = {
  'appendix-2': [],
  'appendix-3': ['diagnosis', 'ethnicity'],
  'appendix-4': ['diagnosis'],
  'appendix-5': ['diagnosis'],
};

/** Whether this role sees all that stands on a form. */
export function mayPrint({role}: Pick<Account, 'role'>, form: PaperForm): boolean {
  return shownOn[form].every(right => may(role, right));
}

/** A paper shows all that stands on it: it is made for those alone who may see that. */
export function checkMaySee(db: ReadableDb, {role}: Account, source: Exclude<PaperSource, {kind: 'pile'}>): void {
  if (!neededFor(db, source).every(right => may(role, right))) throw new CallFailure('denied', {detail: 'sensitive'});
}

function neededFor(db: ReadableDb, source: Exclude<PaperSource, {kind: 'pile'}>): readonly Right[] {
  switch (source.kind) {
    case 'blank':
      return [];
    case 'living':
      return shownOn[source.form];
    case 'frozen':
      return shownOn[formOf(orMissing(findPaper(db, source.paperId)).form)];
    case 'month':
    case 'life':
      return ['records'];
    case 'year':
    case 'transfer':
      return ['diagnosis', 'ethnicity'];
  }
}
