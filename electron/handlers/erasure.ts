import {obstaclesTo} from '../../domain/erasure.ts';
import {rowsOfPerson} from '../../db/erasure/person.ts';
import {countRows, erasureFacts, findErasure} from '../../db/queries/erasure.ts';
import {accountNames} from '../../db/queries/facility.ts';
import type {erasureCalls} from '../contract/erasure.ts';
import type {AreaHandlers} from './context.ts';
import {orMissing} from './refusals.ts';

export const erasureHandlers: AreaHandlers<typeof erasureCalls> = {
  state({db}, {recipientId}) {
    const found = findErasure(db, recipientId);
    if (found === undefined) return null;
    const {author, ...erased} = found;
    return {...erased, accountName: author === null ? null : (accountNames(db).get(author) ?? null)};
  },
  preview({db, today}, {recipientId}) {
    const rows = rowsOfPerson(db, recipientId);
    const facts = orMissing(erasureFacts(db, recipientId, rows, today));
    return {
      rows: countRows(rows),
      obstacles: {
        'mistake': obstaclesTo('mistake', facts),
        'retention-ended': obstaclesTo('retention-ended', facts),
      },
    };
  },
  erase({application}, wish) {
    return application.erase(wish);
  },
};
