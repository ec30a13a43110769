import {writeFile} from '../../db/commands/file.ts';
import {renumberPlacement} from '../../db/commands/journal.ts';
import {doubledNumbers} from '../../db/queries/doubled-numbers.ts';
import {accountNames} from '../../db/queries/facility.ts';
import {findPlacement} from '../../db/queries/journal.ts';
import {findKept} from '../../db/queries/recipient.ts';
import {fullName} from '../../domain/person.ts';
import type {numberingCalls} from '../contract/numbering.ts';
import {CallFailure, type AreaHandlers} from './context.ts';
import {nextFileNumber} from './file-number.ts';
import {orMissing} from './refusals.ts';

export const numberingHandlers: AreaHandlers<typeof numberingCalls> = {
  doubled({db}, {recipientId}) {
    const authors = accountNames(db);
    const wanted = recipientId === null ? undefined : orMissing(findKept(db, recipientId)).id;
    const numbers = doubledNumbers(db).map(({kind, number, holders}) => ({
      kind,
      number,
      holders: holders.map(({id, recipientId: holderId, author, recordedAt}) => {
        const person = findKept(db, holderId);
        return {
          id,
          recipientId: person?.id ?? holderId,
          name: person === undefined ? '' : fullName(person),
          author: author === null ? null : (authors.get(author) ?? null),
          recordedAt,
        };
      }),
    }));
    return {
      numbers: numbers.filter(({holders}) => wanted === undefined || holders.some(each => each.recipientId === wanted)),
    };
  },

  giveNext({db}, {kind, id}) {
    const isDoubled = doubledNumbers(db).some(
      each => each.kind === kind && each.holders.some(other => other.id === id),
    );
    if (!isDoubled) throw new CallFailure('conflict');
    if (kind === 'row') return {number: String(renumberPlacement(db, orMissing(findPlacement(db, id))))};
    const next = nextFileNumber(db);
    writeFile(db, id, next);
    return {number: next.number};
  },
};
