import {calendarSettings} from '../../db/deadlines/counting.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {contentInForce, listReference, type ListedReference} from '../../db/queries/reference.ts';
import {fold} from '../../domain/search-key.ts';
import type {ListedFacility} from '../../registry/protocol/reference.ts';
import type {referenceCalls, ReferenceDocument} from '../contract/reference.ts';
import {findCodes} from './code-search.ts';
import type {AreaHandlers} from './context.ts';

/** As many as a list under a field can show. */
const mostFound = 10;

export const referenceHandlers: AreaHandlers<typeof referenceCalls> = {
  inForce({db}) {
    return {documents: listReference(db).map(each => ({...each, ...inUse(db, each)}))};
  },

  facilities({db}, {typed}) {
    const words = fold(typed)
      .split(' ')
      .filter(word => word !== '');
    if (words.length === 0) return {found: []};
    const found = folded(contentInForce(db, 'facilities')?.facilities ?? []).filter(({key}) =>
      words.every(word => key.includes(word)),
    );
    return {
      found: found
        .slice(0, mostFound)
        .map(({facility: {nameKk, nameRu, placeKk, placeRu}}) => ({nameKk, nameRu, placeKk, placeRu})),
    };
  },

  codes({db}, {list, typed}) {
    const lists = contentInForce(db, 'code-lists')?.lists;
    return {found: lists === undefined ? [] : findCodes(lists[list], typed)};
  },

  labels({db}) {
    return {corrections: contentInForce(db, 'labels')?.corrections ?? []};
  },
};

/** The organisation's own table stands in place of the registry's calendar. */
function inUse(db: ReadableDb, {kind, understood}: ListedReference): Pick<ReferenceDocument, 'understood' | 'applied'> {
  if (kind !== 'calendar') return {understood, applied: understood};
  const {table, registry} = calendarSettings(db);
  // One whose years this version cannot join to its own is as good as one that it cannot read.
  const isUsable = registry !== null && registry !== undefined;
  return {understood: isUsable, applied: isUsable && table === null};
}

interface Folded {
  readonly facility: ListedFacility;
  readonly key: string;
}

const keys = new WeakMap<readonly ListedFacility[], Folded[]>();

/** What is compared with what was typed; made once for each list. */
function folded(facilities: readonly ListedFacility[]): Folded[] {
  const known = keys.get(facilities);
  if (known !== undefined) return known;
  const made = facilities.map(facility => ({
    facility,
    key: fold([facility.nameKk, facility.nameRu, facility.placeKk ?? '', facility.placeRu ?? ''].join(' ')),
  }));
  keys.set(facilities, made);
  return made;
}
