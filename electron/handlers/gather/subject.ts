import {must} from '../../../domain/assert.ts';
import type {IsoDate} from '../../../domain/dates.ts';
import type {PersonName} from '../../../domain/person.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {fileOf} from '../../../db/queries/file.ts';
import {findVolume} from '../../../db/queries/journal.ts';
import {findRound} from '../../../db/queries/monitoring.ts';
import {findPlan} from '../../../db/queries/plan.ts';
import {findKept, findRecipient} from '../../../db/queries/recipient.ts';
import type {DraftOf} from '../../../templates/core/values.ts';
import type {Edition} from '../../../templates/core/edition.ts';
import {appendix2} from '../../../templates/editions/308-2022/appendix-2.ts';
import {appendix3} from '../../../templates/editions/308-2022/appendix-3.ts';
import {appendix4} from '../../../templates/editions/308-2022/appendix-4.ts';
import {appendix5} from '../../../templates/editions/308-2022/appendix-5.ts';
import type {PaperForm} from '../../contract/paper.ts';
import {correctedEdition} from '../corrected-edition.ts';
import {orMissing} from '../refusals.ts';
import {coverPaper} from './cover-paper.ts';
import {journalPaper} from './journal-paper.ts';
import {planPaper} from './plan-paper.ts';
import {roundPaper} from './round-paper.ts';
import {nameOn} from './values.ts';

/** A paper as the facts have it now. */
export interface Subject {
  readonly edition: Edition;
  readonly values: DraftOf<Edition>;
  /** Whose paper it is; the journal is nobody's. */
  readonly recipientId: string | null;
  readonly name: PersonName | undefined;
  /** The day that tells whether the form was in force. */
  readonly date: IsoDate;
}

/** Gathers a form's values. Subject: a volume of the journal, a recipient, a plan, a round. Missing: there is none. */
export function subjectOf(db: ReadableDb, form: PaperForm, subjectId: string, today: IsoDate): Subject {
  switch (form) {
    case 'appendix-2': {
      const volume = orMissing(findVolume(db, subjectId));
      const date = volume.endedOn ?? today;
      const values = journalPaper(db, volume, date);
      return {edition: correctedEdition(db, appendix2), values, recipientId: null, name: undefined, date};
    }
    case 'appendix-3': {
      const person = orMissing(findKept(db, subjectId));
      const file = fileOf(db, person.id);
      const date = file?.signedOn ?? file?.openedOn ?? today;
      return {
        edition: correctedEdition(db, appendix3),
        values: coverPaper(db, person),
        recipientId: person.id,
        name: nameOn(person),
        date,
      };
    }
    case 'appendix-4': {
      const plan = orMissing(findPlan(db, subjectId));
      const date = plan.approvedOn ?? today;
      return {
        edition: correctedEdition(db, appendix4),
        values: planPaper(db, plan),
        ...whose(db, plan.recipientId),
        date,
      };
    }
    case 'appendix-5': {
      const round = orMissing(findRound(db, subjectId));
      const plan = must(findPlan(db, round.planId));
      const date = round.monitoredOn ?? today;
      return {
        edition: correctedEdition(db, appendix5),
        values: roundPaper(db, round),
        ...whose(db, plan.recipientId),
        date,
      };
    }
  }
}

function whose(db: ReadableDb, recipientId: string): Pick<Subject, 'recipientId' | 'name'> {
  return {recipientId, name: nameOn(must(findRecipient(db, recipientId)))};
}
