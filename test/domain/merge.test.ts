import {expect, test} from 'vitest';
import {factDifference, mergeFactKeys, mergeFacts, type FactDifference, type MergeFact} from '../../domain/merge.ts';

type Fields = Parameters<typeof factDifference>[1];

const unknown = Object.fromEntries(
  Object.values(mergeFacts)
    .flat()
    .map(field => [field, null]),
) as Fields;

const rows: [why: string, fact: MergeFact, kept: Partial<Fields>, merged: Partial<Fields>, expected: FactDifference][] =
  [
    ['both the same', 'phone', {phone: '1'}, {phone: '1'}, 'same'],
    ['neither knows it', 'phone', {}, {}, 'same'],
    ['the other knows nothing', 'phone', {phone: '1'}, {}, 'same'],
    ['only the other knows it', 'phone', {}, {phone: '2'}, 'fill'],
    ['they differ', 'phone', {phone: '1'}, {phone: '2'}, 'choose'],
    ['a part of one piece differs', 'name', {surname: 'А', firstName: 'Б'}, {surname: 'А', firstName: 'В'}, 'choose'],
    ['a part is not known', 'programme', {programmeFrom: '2026-01-01'}, {programmeTo: '2026-02-01'}, 'choose'],
    ['the other knows a part', 'programme', {}, {programmeTo: '2026-02-01'}, 'fill'],
    ['another fact does not count', 'phone', {phone: '1', address: 'А'}, {phone: '1', address: 'Б'}, 'same'],
  ];

test.each(rows)('%s', (_, fact, kept, merged, expected) => {
  expect(factDifference(fact, {...unknown, ...kept}, {...unknown, ...merged})).toBe(expected);
});

test('each field of a person is chosen with its fact, and only there', () => {
  const fields = [
    'surname name',
    'firstName name',
    'patronymic name',
    'bornOn bornOn',
    'sex sex',
    'iin iin',
    'iinOverrideReason iin',
    'category category',
    'disabilityGroup disabilityGroup',
    'address address',
    'phone phone',
    'programmeFrom programme',
    'programmeTo programme',
    'diagnosis diagnosis',
    'ethnicity ethnicity',
    'socialStatus socialStatus',
  ];
  const found = fields.map(line => {
    const [field = ''] = line.split(' ');
    const differing = mergeFactKeys.filter(
      fact => factDifference(fact, unknown, {...unknown, [field]: 'a'}) === 'fill',
    );
    return `${field} ${differing.join()}`;
  });
  expect(found).toEqual(fields);
});
