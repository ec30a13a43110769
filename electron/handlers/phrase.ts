import {cleanMultiline} from '../../domain/person.ts';
import {namesSomebody, saysTheSame} from '../../domain/phrases/phrase.ts';
import {starterPhrases} from '../../domain/phrases/starter.ts';
import {countPhraseUse, removePhrase, writePhrase} from '../../db/commands/phrase.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {newId} from '../../db/new-id.ts';
import {allPhrases, findPhraseRow, phraseUses, type PhraseRow} from '../../db/queries/phrase.ts';
import {recordStamp} from '../../db/queries/stamps.ts';
import type {PhraseView, phraseCalls} from '../contract/phrase.ts';
import type {AreaHandlers} from './context.ts';
import {checkOwnService} from './own-services.ts';
import {lengthRefusals, orMissing, printRefusals, refusal, refuseChanged, refuseIf} from './refusals.ts';

/** Longest, in letters: a measure with all that is said of it. */
const longestPhrase = 500;

export const phraseHandlers: AreaHandlers<typeof phraseCalls> = {
  list({db}) {
    return phrasesOf(db);
  },

  save({db, account}, {id, seen, text: typed, ...where}) {
    const all = phrasesOf(db);
    const before = id === null ? undefined : orMissing(all.find(each => each.id === id));
    refuseChanged(seen, before?.stamp ?? null);
    checkOwnService(db, account, where.serviceType);
    if (before !== undefined) checkOwnService(db, account, before.serviceType);
    const words = {kk: cleanMultiline(typed.kk), ru: cleanMultiline(typed.ru)};
    const fields = [
      ['text.kk', words.kk],
      ['text.ru', words.ru],
    ] as const;
    const phrase = {...where, text: words};
    refuseIf(
      words.kk === '' && words.ru === '' && refusal('text.kk', 'required'),
      lengthRefusals(fields.map(([field, kept]) => [field, kept, longestPhrase] as const)),
      printRefusals(fields),
      fields.filter(([, kept]) => namesSomebody(kept)).map(([field]) => refusal(field, 'phrase-of-somebody')),
      all.some(each => each.id !== id && saysTheSame(each, phrase)) && refusal('', 'phrase-twice'),
    );
    const row = {
      id: id ?? newId(),
      ...where,
      textKk: words.kk,
      textRu: words.ru,
      hidden: before?.hidden ?? false,
    };
    writePhrase(db, row);
    return {id: row.id, stamp: recordStamp(db, row.id)};
  },

  hide({db, account}, {id, seen, hidden}) {
    const {stamp, serviceType, place, text} = orMissing(phrasesOf(db).find(each => each.id === id));
    refuseChanged(seen, stamp);
    checkOwnService(db, account, serviceType);
    writePhrase(db, {id, serviceType, place, textKk: text.kk, textRu: text.ru, hidden});
    return {id, stamp: recordStamp(db, id)};
  },

  remove({db, account}, {id, seen}) {
    const {serviceType} = orMissing(findPhraseRow(db, id));
    refuseChanged(seen, recordStamp(db, id));
    checkOwnService(db, account, serviceType);
    removePhrase(db, id);
    return {};
  },

  used({db}, {id}) {
    orMissing(phrasesOf(db).find(each => each.id === id));
    countPhraseUse(db, id);
    return {};
  },
};

/** What the program brings along, with what the organisation has made of it; then the organisation's own. */
function phrasesOf(db: ReadableDb): PhraseView[] {
  const uses = phraseUses(db);
  const rows = new Map(allPhrases(db).map(row => [row.id, row]));
  const view = (row: PhraseRow, isStarter: boolean): PhraseView => ({
    id: row.id,
    stamp: recordStamp(db, row.id),
    serviceType: row.serviceType,
    place: row.place,
    text: {kk: row.textKk, ru: row.textRu},
    isStarter,
    hidden: row.hidden,
    uses: uses.get(row.id) ?? 0,
  });
  const starters = starterPhrases.map(starter => {
    const row = rows.get(starter.id);
    rows.delete(starter.id);
    if (row !== undefined) return view(row, true);
    return {...starter, stamp: null, isStarter: true, hidden: false, uses: uses.get(starter.id) ?? 0};
  });
  return [...starters, ...[...rows.values()].map(row => view(row, false))];
}
