import {checkIin} from '../../domain/iin.ts';
import {findPairs, pairKey, type LikePair} from '../../domain/duplicate-pairs.ts';
import {likeness, likenessGrades, type Likened, type Likeness} from '../../domain/duplicates.ts';
import {cleanName} from '../../domain/person.ts';
import {dropSetting, writeSetting} from '../../db/settings.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {
  lastChangeOfPeople,
  likeCandidates,
  likenedPeople,
  notTheSameSetting,
  pairsNotTheSame,
} from '../../db/queries/duplicates.ts';
import {findKept, recipientCards} from '../../db/queries/recipient.ts';
import {searchRecipients} from '../../db/search.ts';
import type {duplicatesCalls, LikeHit} from '../contract/duplicates.ts';
import {CallFailure, type AreaHandlers} from './context.ts';
import {comparedEntry} from './duplicates/compared-entry.ts';
import {mergeHandlers} from './duplicates/merge.ts';
import {hitOf} from './recipient-hit.ts';
import {lineOrNull, orMissing, refusal, refuseIf} from './refusals.ts';

export const duplicatesHandlers: AreaHandlers<typeof duplicatesCalls> = {
  like({db}, {name, bornOn, iin, exceptId, known, limit}) {
    const typed: Likened = {...cleanName(name), bornOn, iin: lineOrNull(iin)?.replace(/\D/gu, '') ?? null};
    const except = exceptId === null ? new Set<string>() : pairedWith(db, exceptId);
    const alike = likeCandidates(db, typed)
      .filter(({id}) => id !== exceptId && !except.has(id))
      .flatMap(other => {
        const like = likeness(typed, other);
        return like === null ? [] : [{id: other.id, ...like}];
      })
      .sort((a, b) => likenessGrades.indexOf(a.grade) - likenessGrades.indexOf(b.grade))
      .slice(0, limit);
    const words = `${typed.surname} ${typed.firstName}`.trim();
    const others = known && words !== '' ? searchRecipients(db, words, limit).map(hit => hit.recipientId) : [];
    const likenesses = new Map<string, Likeness>(alike.map(each => [each.id, each]));
    const ids = [...new Set([...likenesses.keys(), ...others])].filter(id => id !== exceptId).slice(0, limit);
    return recipientCards(db, ids).map((card): LikeHit => {
      const like = likenesses.get(card.recipientId);
      return {...hitOf(card), grade: like?.grade ?? null, grounds: [...(like?.grounds ?? [])]};
    });
  },

  async list({db}, {dismissed, offset, limit}) {
    const pairs = await allPairs(db);
    const two = pairsNotTheSame(db);
    const isDismissed = ({firstId, secondId}: LikePair) => two.has(pairKey(firstId, secondId));
    const asked = pairs.filter(pair => isDismissed(pair) === dismissed);
    const shown = asked.slice(offset, offset + limit);
    const cards = new Map(
      recipientCards(db, [...new Set(shown.flatMap(pair => [pair.firstId, pair.secondId]))]).map(card => [
        card.recipientId,
        hitOf(card),
      ]),
    );
    const others = pairs.length - asked.length;
    return {
      pairs: shown.flatMap(({firstId, secondId, grade, grounds}) => {
        const [first, second] = [cards.get(firstId), cards.get(secondId)];
        return first && second ? [{first, second, grade, grounds: [...grounds], dismissed}] : [];
      }),
      left: dismissed ? others : asked.length,
      dismissed: dismissed ? asked.length : others,
    };
  },

  dismiss({db, account, today}, {firstId, secondId}) {
    for (const id of [firstId, secondId]) orMissing(findKept(db, id));
    refuseIf(firstId === secondId && refusal('secondId', 'malformed'));
    writeSetting(db, notTheSameSetting(firstId, secondId), {by: account.id, on: today});
    return {};
  },

  restore({db}, {firstId, secondId}) {
    dropSetting(db, notTheSameSetting(firstId, secondId));
    return {};
  },

  compare({db}, {firstId, secondId}) {
    const first = orMissing(findKept(db, firstId));
    const second = orMissing(findKept(db, secondId));
    if (first.id === second.id) throw new CallFailure('missing');
    const like = likeness(first, second);
    const valid = [first, second].map(({iin}) => iin !== null && checkIin(iin).kind === 'ok');
    return {
      first: comparedEntry(db, first),
      second: comparedEntry(db, second),
      grade: like?.grade ?? null,
      grounds: [...(like?.grounds ?? [])],
      differentIins: valid.every(Boolean) && first.iin !== second.iin,
    };
  },

  ...mergeHandlers,
};

/** Those of whom somebody has said that they are not this person. */
function pairedWith(db: ReadableDb, id: string): Set<string> {
  return new Set(
    [...pairsNotTheSame(db)]
      .map(pair => pair.split('/'))
      .filter(pair => pair.includes(id))
      .flat(),
  );
}

/** What was worked out last, and after which change: a page of the list is turned more often than a person changes. */
const lastFound = new WeakMap<ReadableDb, {readonly after: number; readonly pairs: LikePair[]}>();

async function allPairs(db: ReadableDb): Promise<LikePair[]> {
  const after = lastChangeOfPeople(db);
  const known = lastFound.get(db);
  if (known?.after === after) return known.pairs;
  const work = findPairs(likenedPeople(db));
  for (;;) {
    const step = work.next();
    if (step.done) {
      lastFound.set(db, {after, pairs: step.value});
      return step.value;
    }
    // Others are answered meanwhile.
    await new Promise(resolve => setImmediate(resolve));
  }
}
