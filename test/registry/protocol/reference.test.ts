import {describe, expect, test} from 'vitest';
import {facilityKey, readReference, type ReferenceFault} from '../../../registry/protocol/reference.ts';
import {limits} from '../../../registry/protocol/limits.ts';

/** What an officer's file of reference data may be, and where in it the fault is. */

const labels = (corrections: unknown, rest: object = {}): string =>
  JSON.stringify({kind: 'labels', format: 1, corrections, ...rest});
const words = {edition: '308-2022/appendix-4', field: 'title', kk: 'Жеке жоспар', ru: 'Индивидуальный план'};

test('a file is read, also with the mark of an editor', () => {
  expect(readReference('labels', `\uFEFF${labels([words])}`)).toEqual({content: {corrections: [words]}});
});

describe('what is wrong, and where', () => {
  test.each<{name: string; file: string; faults: {code: ReferenceFault; path: (string | number)[]}[]}>([
    {name: 'too large', file: ' '.repeat(limits.reference + 1), faults: [{code: 'too-large', path: []}]},
    {name: 'no JSON', file: '{', faults: [{code: 'not-json', path: []}]},
    {name: 'a list', file: '[]', faults: [{code: 'not-json', path: []}]},
    {name: 'null', file: 'null', faults: [{code: 'not-json', path: []}]},
    {name: 'without a kind', file: '{"format":1}', faults: [{code: 'missing', path: ['kind']}]},
    {name: 'of another kind', file: '{"kind":"calendar"}', faults: [{code: 'other-kind', path: ['kind']}]},
    {name: 'of another format', file: labels([], {format: 2}), faults: [{code: 'unknown-format', path: ['format']}]},
    {name: 'with more than is known', file: labels([], {more: 1}), faults: [{code: 'unexpected', path: ['more']}]},
    {name: 'without what is in it', file: labels(undefined), faults: [{code: 'missing', path: ['corrections']}]},
    {name: 'a word for a list', file: labels('a'), faults: [{code: 'wrong-type', path: ['corrections']}]},
    {name: 'a number for a row', file: labels([1]), faults: [{code: 'wrong-type', path: ['corrections', 0]}]},
    {
      name: 'an empty word',
      file: labels([{...words, kk: ' '}]),
      faults: [{code: 'empty', path: ['corrections', 0, 'kk']}],
    },
    {
      name: 'a word longer than any',
      file: labels([{...words, ru: 'а'.repeat(2_001)}]),
      faults: [{code: 'too-long', path: ['corrections', 0, 'ru']}],
    },
    {
      name: 'rows more than any',
      file: labels(Array.from({length: 2_001}, (_, place) => ({...words, field: `footnotes.${place}`}))),
      faults: [{code: 'too-many', path: ['corrections']}],
    },
    {
      name: 'the same twice',
      file: labels([words, {...words, kk: 'Жоспар'}]),
      faults: [{code: 'twice', path: ['corrections', 1]}],
    },
  ])('$name', ({file, faults}) => {
    expect(readReference('labels', file)).toEqual({faults});
  });

  test('a number of a legal entity that is none', () => {
    const listed = {bin: '123', nameKk: 'А', nameRu: 'А', placeKk: null, placeRu: null};
    expect(readReference('facilities', JSON.stringify({kind: 'facilities', format: 1, facilities: [listed]}))).toEqual({
      faults: [{code: 'wrong-bin', path: ['facilities', 0, 'bin']}],
    });
  });
});

test('an organisation is the same by its number, else by its name and place', () => {
  const listed = {bin: '123456789012', nameKk: 'Үміт', nameRu: 'Умит', placeKk: 'Семей', placeRu: 'Семей'};
  expect(facilityKey(listed)).toBe('123456789012');
  expect(facilityKey({...listed, bin: null})).not.toBe(facilityKey({...listed, bin: null, placeKk: null}));
});
