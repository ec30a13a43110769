import {formatDate} from '../../../domain/dates.ts';
import type {MergeFact} from '../../../domain/merge.ts';
import {fullName} from '../../../domain/person.ts';
import {text, type Text} from '../../../domain/text.ts';
import {disabilityGroupNames, recipientCategoryNames, sexNames} from '../../../domain/vocabulary.ts';
import type {ComparedEntry} from '../../../electron/contract/duplicates.ts';
import {journalText} from '../../text/journal.ts';

/** A fact of an entry in words; null where it is not known. */
export function factWords(fact: MergeFact, entry: ComparedEntry): Text | null {
  switch (fact) {
    case 'name':
      return same(fullName(entry));
    case 'bornOn':
      return entry.bornOn === null ? null : same(formatDate(entry.bornOn));
    case 'sex':
      return entry.sex === null ? null : sexNames[entry.sex];
    case 'iin':
      return entry.iin === null ? null : same([entry.iin, entry.iinOverrideReason].filter(Boolean).join(', '));
    case 'category':
      return entry.category === null ? null : recipientCategoryNames[entry.category];
    case 'disabilityGroup':
      return entry.disabilityGroup === null ? null : disabilityGroupNames[entry.disabilityGroup];
    case 'programme':
      return programme(entry);
    case 'address':
    case 'phone':
    case 'diagnosis':
    case 'ethnicity':
    case 'socialStatus': {
      const words = entry[fact];
      return words === null ? null : same(words);
    }
  }
}

function programme({programmeFrom, programmeTo}: ComparedEntry): Text | null {
  const parts = [
    ...(programmeFrom === null ? [] : [journalText.programmeFrom(formatDate(programmeFrom))]),
    ...(programmeTo === null ? [] : [journalText.programmeTo(formatDate(programmeTo))]),
  ];
  if (parts.length === 0) return null;
  return text(parts.map(({kk}) => kk).join(' '), parts.map(({ru}) => ru).join(' '));
}

function same(words: string): Text {
  return text(words, words);
}
