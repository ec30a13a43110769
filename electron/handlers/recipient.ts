import {cleanName} from '../../domain/person.ts';
import {may} from '../../domain/roles.ts';
import {writeRecipient, writeRelatives, type RelativeDraft} from '../../db/commands/recipient.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {historyOf} from '../../db/history.ts';
import {refreshPlacementState} from '../../db/placement-state.ts';
import {fileOf} from '../../db/queries/file.ts';
import {eventsOf, firstEventDay, placementsOf} from '../../db/queries/journal.ts';
import {partOfPeople} from '../../db/queries/people.ts';
import {plansOf} from '../../db/queries/plan.ts';
import {
  findKept,
  findRecipient,
  lastChangedRecipients,
  recipientCards,
  recordsOf,
  relativesOf,
  type RecipientRow,
} from '../../db/queries/recipient.ts';
import {recipientStamp} from '../../db/queries/stamps.ts';
import {cardOfHit, searchRecipients} from '../../db/search.ts';
import type {RecipientView, RelativeValues, recipientCalls} from '../contract/recipient.ts';
import type {AreaHandlers} from './context.ts';
import {undoableHistory} from './history.ts';
import {eventViewOf, journalRowOf} from './journal-views.ts';
import {keepPerson} from './person-fields.ts';
import {hitOf} from './recipient-hit.ts';
import {
  lengthRefusals,
  lineOrNull,
  longest,
  orMissing,
  proseOrNull,
  refusal,
  refuseChanged,
  refuseIf,
  type Refusal,
} from './refusals.ts';

export const recipientHandlers: AreaHandlers<typeof recipientCalls> = {
  search({db}, {text, limit}) {
    const cards =
      text.trim() === ''
        ? recipientCards(db, lastChangedRecipients(db, limit))
        : searchRecipients(db, text, limit).map(cardOfHit);
    return cards.map(hitOf);
  },

  list({db, today}, {status, unitId, offset, limit}) {
    const {people, total} = partOfPeople(db, {status, unitId, on: today}, offset, limit);
    return {people: people.map(hitOf), total};
  },

  get({db}, {id}) {
    return viewOf(db, orMissing(findKept(db, id)));
  },

  save({db, today, account}, {id, seen, relatives, diagnosis, ethnicity, socialStatus, ...person}) {
    const row = orMissing(findRecipient(db, id));
    refuseChanged(seen, recipientStamp(db, id));
    const {kept, refusals} = keepPerson(person, {db, today, at: '', before: row});
    const own = {
      // What they were not shown they cannot have meant to change.
      diagnosis: may(account.role, 'diagnosis') ? proseOrNull(diagnosis) : row.diagnosis,
      ethnicity: may(account.role, 'ethnicity') ? lineOrNull(ethnicity) : row.ethnicity,
      socialStatus: lineOrNull(socialStatus),
    };
    refuseIf(
      refusals,
      lengthRefusals([
        ['diagnosis', own.diagnosis, longest.diagnosis],
        ['ethnicity', own.ethnicity, longest.ethnicity],
        ['socialStatus', own.socialStatus, longest.socialStatus],
      ]),
      relatives.flatMap((relative, index) => relativeRefusals(relative, `relatives.${index}`, today)),
      kept.bornOn !== null && kept.bornOn <= today ? bornAfterEvents(db, id, kept.bornOn) : [],
    );
    writeRecipient(db, row, {...kept, ...own});
    writeRelatives(db, id, relatives.map(keepRelative).filter(saysSomething));
    if (nameChanged(row, kept)) refreshPlacementState(db, id);
    return {id, stamp: recipientStamp(db, id)};
  },

  history({db, account}, {id, before, limit}) {
    const kept = orMissing(findKept(db, id));
    return undoableHistory(db, account, historyOf(db, recordsOf(db, kept.id), {before, limit}));
  },
};

function viewOf(db: ReadableDb, row: RecipientRow): RecipientView {
  const {id, surname: _surname, firstName: _firstName, patronymic: _patronymic, mergedIntoId: _merged, ...values} = row;
  const placements = placementsOf(db, id);
  const newest = placements[0]?.state.placementId;
  return {
    id,
    stamp: recipientStamp(db, id),
    name: nameOf(row),
    ...values,
    relatives: relativesOf(db, id).map(relative => ({
      kinship: relative.kinship,
      name: nameOf(relative),
      bornOn: relative.bornOn,
      absenceReason: relative.absenceReason,
      proof: relative.proof,
    })),
    placements: placements.map(journalRowOf),
    events: newest === undefined ? [] : eventsOf(db, newest).map(event => eventViewOf(db, event)),
    fileNumber: fileOf(db, id)?.number ?? null,
    plans: plansOf(db, id).map(({plan, rounds, openRoundId}) => ({
      id: plan.id,
      revision: plan.revision,
      status: plan.status,
      periodFrom: plan.periodFrom,
      periodTo: plan.periodTo,
      reviewOn: plan.reviewOn,
      approvedOn: plan.approvedOn,
      rounds,
      openRoundId,
    })),
  };
}

interface Names {
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string | null;
}

function nameOf(row: Names): {surname: string; firstName: string; patronymic: string | null} {
  return {surname: row.surname, firstName: row.firstName, patronymic: row.patronymic};
}

function nameChanged(row: Names, kept: Names): boolean {
  return row.surname !== kept.surname || row.firstName !== kept.firstName || row.patronymic !== kept.patronymic;
}

function keepRelative(typed: RelativeValues): RelativeDraft {
  return {
    kinship: typed.kinship,
    ...cleanName(typed.name),
    bornOn: typed.bornOn,
    absenceReason: lineOrNull(typed.absenceReason),
    proof: lineOrNull(typed.proof),
  };
}

/** A line of the form that nobody has filled. */
function saysSomething(relative: RelativeDraft): boolean {
  const {kinship: _kinship, ...rest} = relative;
  return Object.values(rest).some(value => value !== null && value !== '');
}

/** A parent may be unknown: then the reason of the absence stands alone, so no part of the name is required. */
function relativeRefusals(typed: RelativeValues, at: string, today: string): Refusal[] {
  const kept = keepRelative(typed);
  return [
    ...(kept.bornOn !== null && kept.bornOn > today ? [refusal(`${at}.bornOn`, 'date-in-future')] : []),
    ...lengthRefusals([
      [`${at}.name.surname`, kept.surname, longest.namePart],
      [`${at}.name.firstName`, kept.firstName, longest.namePart],
      [`${at}.name.patronymic`, kept.patronymic, longest.namePart],
      [`${at}.absenceReason`, kept.absenceReason, longest.absence],
      [`${at}.proof`, kept.proof, longest.absence],
    ]),
  ];
}

/** Nothing that the journal says of a person can lie before the birth. */
function bornAfterEvents(db: ReadableDb, recipientId: string, bornOn: string): Refusal[] {
  const first = firstEventDay(db, recipientId);
  return first !== null && first < bornOn ? [refusal('bornOn', 'event-before-birth')] : [];
}
