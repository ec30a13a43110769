import {expect, test} from 'vitest';
import {differing, type Difference} from '../../../renderer/form/differing.ts';

const staff = '0c2f9a44-5a0f-4d8a-9f0e-2f6f7a1d9b11';

test.each<{what: string; saved: unknown; typed: unknown; differences: Difference[]}>([
  {what: 'the same', saved: {a: '1', rows: [{b: 'x'}]}, typed: {a: '1', rows: [{b: 'x'}]}, differences: []},
  {what: 'an empty field and none', saved: {a: ''}, typed: {}, differences: []},
  {what: 'words', saved: {a: '1'}, typed: {a: ''}, differences: [{name: 'a', saved: '1', typed: ''}]},
  {
    what: 'a row that is not there',
    saved: {rows: [{b: 'x'}, {b: 'y'}]},
    typed: {rows: [{b: 'z'}]},
    differences: [
      {name: 'rows.0.b', saved: 'x', typed: 'z'},
      {name: 'rows.1.b', saved: null, typed: null},
    ],
  },
  {
    what: 'marks, choices and people have no words',
    saved: {mark: true, kinds: ['a'], who: staff},
    typed: {mark: false, kinds: [], who: ''},
    differences: ['mark', 'kinds', 'who'].map(name => ({name, saved: null, typed: null})),
  },
])('two sets of field values: $what', ({saved, typed, differences}) => {
  expect(differing(saved, typed)).toEqual(differences);
});
