import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {findPairs, pairKey, type LikenedEntry, type LikePair} from '../../domain/duplicate-pairs.ts';
import {likeness} from '../../domain/duplicates.ts';
import {makeTestIin} from '../../domain/iin.ts';
import {crowd, planted} from '../support/crowd.ts';

function pairsOf(people: readonly LikenedEntry[]): {pairs: LikePair[]; rests: number} {
  const work = findPairs(people);
  for (let rests = 0; ; rests += 1) {
    const step = work.next();
    if (step.done) return {pairs: step.value, rests};
  }
}

test('the likeliest first, each pair once, in whatever order the people come', () => {
  const iin = makeTestIin('1980-05-03', 'female', 7);
  const base = {surname: 'Оспанова', firstName: 'Әлия', patronymic: 'Қайратқызы', bornOn: '1980-05-03', iin: null};
  const people: LikenedEntry[] = [
    {...base, id: 'c', iin},
    {...base, id: 'a', surname: 'Сейітова'},
    {...base, id: 'b', patronymic: null, iin},
    {...base, id: 'z', surname: 'Петрова', firstName: 'Нина', patronymic: null, bornOn: null},
  ];
  const expected = [
    ['b', 'c', 'sure'],
    ['a', 'c', 'possible'],
  ];
  for (const order of [people, people.toReversed()]) {
    expect(pairsOf(order).pairs.map(({firstId, secondId, grade}) => [firstId, secondId, grade])).toEqual(expected);
  }
});

test('nobody is missed who is alike, of any few people', () => {
  const few = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      surname: fc.constantFrom('Оспанова', 'Оспонова', 'Ким'),
      firstName: fc.constantFrom('Әлия', 'Алия', 'Ким', 'Дана'),
      patronymic: fc.constantFrom(null, 'Қайратқызы', 'Кайратовна'),
      bornOn: fc.constantFrom(null, '1980-05-03', '1980-03-05', '1990-05-03'),
      iin: fc.constantFrom(null, '800503400017', '800503400025'),
    }),
    {maxLength: 12, selector: ({id}) => id},
  );
  fc.assert(
    fc.property(few, people => {
      const every = people.flatMap((one, index) =>
        people.slice(index + 1).flatMap(other => (likeness(one, other) ? [pairKey(one.id, other.id)] : [])),
      );
      const found = pairsOf(people).pairs.map(({firstId, secondId}) => pairKey(firstId, secondId));
      expect(found.toSorted()).toEqual(every.toSorted());
    }),
  );
});

test('among 5,000 people the planted duplicates are found, and few others', () => {
  const people = crowd(5_000);
  const copies = planted(people, 250);
  const {pairs, rests} = pairsOf([...people, ...copies.map(({copy}) => copy)]);
  const wanted = new Set(copies.map(({ofId, copy}) => pairKey(ofId, copy.id)));
  const found = pairs.filter(({firstId, secondId}) => wanted.has(pairKey(firstId, secondId)));
  const recall = found.length / wanted.size;
  const others = pairs.filter(({firstId, secondId}) => !wanted.has(pairKey(firstId, secondId)));
  const said = `recall ${recall.toFixed(3)} of ${wanted.size}; ${others.length} other pairs (${others.filter(({grade}) => grade !== 'possible').length} of them more than possible)`;
  const missed = copies.filter(
    ({ofId, copy}) => !pairs.some(pair => pairKey(pair.firstId, pair.secondId) === pairKey(ofId, copy.id)),
  );
  expect(recall, `${said}; missed: ${missed.map(({how}) => how).join(', ')}`).toBeGreaterThanOrEqual(0.99);
  // All have one of 25 surnames and of 18 first names: among real people namesakes are rarer.
  expect(others.length, said).toBeLessThanOrEqual(120);
  expect(others.filter(({grade}) => grade !== 'possible').length, said).toBeLessThanOrEqual(5);
  expect(rests, 'it rests on the way').toBeGreaterThan(0);
});

test('pairs that are as likely stand by their ids, the smaller one first', () => {
  const twice = (id: string, surname: string): LikenedEntry[] =>
    ['', '2'].map(more => ({
      id: `${id}${more}`,
      surname,
      firstName: 'Дана',
      patronymic: null,
      bornOn: null,
      iin: null,
    }));
  const people = [...twice('b', 'Ахметова'), ...twice('a', 'Ким'), ...twice('c', 'Ли')];
  for (const order of [people, people.toReversed()]) {
    expect(pairsOf(order).pairs.map(({firstId, secondId}) => pairKey(secondId, firstId))).toEqual([
      'a/a2',
      'b/b2',
      'c/c2',
    ]);
  }
  const three = ['a', 'b', 'c'].map(id => ({...people[0], id}) as LikenedEntry);
  for (const order of [three, three.toReversed()]) {
    expect(pairsOf(order).pairs.map(({firstId, secondId}) => pairKey(firstId, secondId))).toEqual([
      'a/b',
      'a/c',
      'b/c',
    ]);
  }
});

test('it rests after 500 people, and after 10,000 comparisons', () => {
  const strangers = (count: number): LikenedEntry[] =>
    Array.from({length: count}, (_, index) => ({
      id: `${index}`,
      surname: `Ким${String.fromCodePoint(0x0430 + (index % 32))}${String.fromCodePoint(0x0430 + (index >> 5))}`,
      firstName: 'Дана',
      patronymic: null,
      bornOn: null,
      iin: null,
    }));
  expect([499, 500, 999].map(count => pairsOf(strangers(count)).rests)).toEqual([0, 1, 1]);
  // 142 born on one day are 10,011 pairs, 141 are 9,870; none of them has a number.
  const bornOn = '1980-05-03';
  expect([141, 142].map(count => pairsOf(strangers(count).map(each => ({...each, bornOn}))).rests)).toEqual([0, 1]);
});
