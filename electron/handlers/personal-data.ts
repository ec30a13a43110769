import {findKept, recipientCards} from '../../db/queries/recipient.ts';
import {peopleDue} from '../../db/queries/personal-data.ts';
import {isConsentMarked, keepingYears, writeConsentMark, writeKeepingYears} from '../../db/settings.ts';
import {personCopyOutcome, type personalDataCalls} from '../contract/personal-data.ts';
import type {AreaHandlers} from './context.ts';
import {copyPerson} from './person-copy/copy-person.ts';
import {gatherPerson} from './person-copy/gather.ts';
import {orMissing} from './refusals.ts';

export const personalDataHandlers: AreaHandlers<typeof personalDataCalls> = {
  settings({db}) {
    return {consentMark: isConsentMarked(db), keepYears: keepingYears(db)};
  },

  saveSettings({db}, {consentMark, keepYears}) {
    writeConsentMark(db, consentMark);
    writeKeepingYears(db, keepYears);
    return {};
  },

  due({db, today}, {offset, limit}) {
    const years = keepingYears(db);
    const due = years === null ? [] : peopleDue(db, years, today);
    const page = due.slice(offset, offset + limit);
    const cards = new Map(
      recipientCards(
        db,
        page.map(({recipientId}) => recipientId),
      ).map(card => [card.recipientId, card]),
    );
    return {
      total: due.length,
      items: page.flatMap(({recipientId, leftOn, dueOn}) => {
        const card = cards.get(recipientId);
        if (card === undefined) return [];
        const {surname, firstName, patronymic, bornOn, fileNumber} = card;
        return [{recipientId, name: {surname, firstName, patronymic}, bornOn, fileNumber, leftOn, dueOn}];
      }),
    };
  },

  copy(context, {recipientId, language}) {
    const held = gatherPerson(context.db, orMissing(findKept(context.db, recipientId)));
    return {jobId: context.jobs.start(copyPerson(context, held, language))};
  },

  outcome({jobs}, {jobId}) {
    // Other long work of the session has another outcome.
    return orMissing(personCopyOutcome.safeParse(jobs.result(jobId)?.outcome).data);
  },
};
