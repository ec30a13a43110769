import {describe, expect, test} from 'vitest';
import {admissionChecklist, type AdmissionFacts} from '../../domain/admission.ts';
import {text} from '../../domain/text.ts';
import {unitKindNames, unitProblem, unitProblemWords, type UnitKind} from '../../domain/unit.ts';
import {organisationTypes, type OrganisationType} from '../../domain/vocabulary.ts';
import {admission, units} from '../../templates/editions/308-2022/admission.ts';

const facts = (known: Partial<AdmissionFacts> = {}): AdmissionFacts => ({
  organisationType: 'stationary',
  on: '2026-06-01',
  bornOn: null,
  category: null,
  disabilityGroup: null,
  programmeTo: null,
  hoursPerDay: null,
  staysNight: null,
  stayTo: null,
  ...known,
});

const found = (name: string, known: Partial<AdmissionFacts>) =>
  admissionChecklist(admission, facts(known)).find(({item}) => item.id.endsWith(`/${name}`))?.found ?? 'not asked';

const semi = {organisationType: 'semi-stationary'} as const;
const child = {category: 'child-musculoskeletal'} as const;
const stay = {organisationType: 'temporary-stay'} as const;

test.each<[paragraph: string, name: string, known: Partial<AdmissionFacts>, state: string]>([
  ['p. 2', 'category', {category: 'elderly'}, 'met'],
  ['p. 2', 'category', {category: 'other'}, 'not-met'],
  ['p. 2', 'category', {}, 'unknown'],
  ['p. 2', 'category', stay, 'not asked'],
  ['p. 2 3)', 'adult', {category: 'adult-psychoneurological', bornOn: '2008-06-01'}, 'met'],
  ['p. 2 3)', 'adult', {category: 'adult-psychoneurological', bornOn: '2008-06-02'}, 'not-met'],
  ['p. 2 3)', 'adult', {category: 'elderly'}, 'not asked'],
  ['p. 2 4)', 'group', {category: 'disabled-group-1-2', disabilityGroup: 'second'}, 'met'],
  ['p. 2 4)', 'group', {category: 'disabled-group-1-2', disabilityGroup: 'third'}, 'not-met'],
  ['No 307', 'child-age', {...child, bornOn: '2023-06-01'}, 'met'],
  ['No 307', 'child-age', {...child, bornOn: '2023-06-02'}, 'not-met'],
  ['No 307', 'child-age', {...child, bornOn: '2008-06-02'}, 'met'],
  ['No 307', 'child-age', {...child, bornOn: '2008-06-01'}, 'not-met'],
  ['p. 6 4)', 'relatives', {category: 'disabled-group-1-2'}, 'unknown'],
  ['p. 6 4)', 'relatives', child, 'not asked'],
  ['p. 11 1)', 'programme', {programmeTo: '2026-06-01'}, 'met'],
  ['p. 11 1)', 'programme', {programmeTo: '2026-05-31'}, 'not-met'],
  ['p. 11 2)', 'programme', {category: 'elderly'}, 'not asked'],
  ['p. 13', 'day-hours', {...semi, hoursPerDay: 4}, 'met'],
  ['p. 13', 'day-hours', {...semi, hoursPerDay: 3.5}, 'not-met'],
  ['p. 13', 'day-hours', {...semi, hoursPerDay: 10}, 'met'],
  ['p. 13', 'day-hours', {...semi, hoursPerDay: 11}, 'not-met'],
  ['p. 13 2)', 'musculoskeletal-age', {...semi, ...child, bornOn: '2024-12-01'}, 'met'],
  ['p. 13 2)', 'musculoskeletal-age', {...semi, ...child, bornOn: '2024-12-02'}, 'not-met'],
  ['p. 13, 19', 'night', {...semi, staysNight: true}, 'unknown'],
  ['p. 13, 19', 'night', {...semi, staysNight: false}, 'not asked'],
  ['p. 23 2)', 'child-disorder', {organisationType: 'home-care', ...child}, 'unknown'],
  ['p. 35 3)', 'stay', {...stay, stayTo: '2027-05-31'}, 'met'],
  ['p. 35 3)', 'stay', {...stay, stayTo: '2027-06-01'}, 'not-met'],
])('%s %s: %j', (_, name, known, state) => {
  expect(found(name, known)).toBe(state);
});

describe('an answer of a person', () => {
  const line = (answer: 'met' | 'not-met', reason: string | null, known: Partial<AdmissionFacts>) =>
    admissionChecklist(admission, facts(known), [{itemId: '308-2022/stationary/programme', answer, reason}]).find(
      ({item}) => item.id === '308-2022/stationary/programme',
    )?.settled;
  test.each<
    [why: string, answer: 'met' | 'not-met', reason: string | null, known: Partial<AdmissionFacts>, settled: boolean]
  >([
    ['ticked, where nothing is known', 'met', null, {}, true],
    ['ticked against what is known', 'met', null, {programmeTo: '2026-05-31'}, false],
    ['ticked against it with a reason', 'met', 'ұзартылды', {programmeTo: '2026-05-31'}, true],
    ['not met, without a reason', 'not-met', null, {}, false],
    ['not met, passed with a reason', 'not-met', 'шұғыл жағдай', {programmeTo: '2026-05-31'}, true],
  ])('%s', (_, answer, reason, known, settled) => {
    expect(line(answer, reason, known)).toBe(settled);
  });
});

test('the items are plain data with names of their own, in both languages', () => {
  expect(JSON.parse(JSON.stringify({admission, units}))).toEqual({admission, units});
  expect(new Set(admission.map(({id}) => id)).size).toBe(admission.length);
  expect(new Set(admission.map(({organisationType}) => organisationType))).toEqual(new Set(organisationTypes));
  for (const {what, paragraph, reasons} of admission) {
    for (const words of [what, paragraph, ...reasons]) {
      expect(words).toEqual(text(expect.stringMatching(/[а-яәі]/u), expect.stringMatching(/[а-я]/u)));
    }
  }
});

test('home care knows one reason more than a stationary organisation', () => {
  const reasonsOf = (type: OrganisationType) =>
    admission.find(({id}) => id === `308-2022/${type}/relatives`)?.reasons.map(({ru}) => ru) ?? [];
  const more = reasonsOf('home-care').filter(reason => !reasonsOf('stationary').includes(reason));
  expect([reasonsOf('stationary').length, more]).toEqual([7, ['проживание в другом населенном пункте']]);
});

test.each<
  [why: string, kind: UnitKind, places: number, residents: number, code: string | null, type?: OrganisationType]
>([
  ['p. 5: the smallest', 'supported-living', 6, 0, null],
  ['p. 5: too small', 'supported-living', 5, 0, 'too-few-places'],
  ['p. 5: the largest', 'supported-living', 30, 30, null],
  ['p. 5: too large', 'supported-living', 31, 0, 'too-many-places'],
  ['over-full', 'supported-living', 6, 7, 'over-full'],
  ['p. 5: a ward of any size', 'palliative', 2, 1, null],
  ['no places', 'palliative', 0, 0, 'places-not-counted'],
  ['p. 5: elsewhere', 'palliative', 2, 1, 'unit-elsewhere', 'home-care'],
])('unit, %s', (_, kind, places, residents, code, type = 'stationary') => {
  expect(unitProblem({kind, places, residents}, type, units)?.code ?? null).toBe(code);
});

test('every kind of unit and every problem of one has its words in both languages', () => {
  for (const words of [...Object.values(unitKindNames), ...Object.values(unitProblemWords)]) {
    expect(words.kk).toMatch(/^\p{L}/u);
    expect(words.ru).toMatch(/^\p{Script=Cyrillic}/u);
    expect(words.kk).not.toBe(words.ru);
  }
});

describe('what is not known is asked, not guessed', () => {
  test.each<[name: string, known: Partial<AdmissionFacts>]>([
    ['adult', {category: 'adult-psychoneurological'}],
    ['group', {category: 'disabled-group-1-2'}],
    ['programme', {}],
    ['day-hours', semi],
    ['stay', stay],
  ])('%s', (name, known) => {
    expect(found(name, known)).toBe('unknown');
  });

  test('and what is known to be met needs no tick', () => {
    const settled = (programmeTo: string | null) =>
      admissionChecklist(admission, facts({programmeTo})).find(({item}) => item.test.kind === 'programme')?.settled;
    expect([settled('2026-06-01'), settled('2026-05-31'), settled(null)]).toEqual([true, false, false]);
  });
});
