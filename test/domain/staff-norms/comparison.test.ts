import {describe, expect, test} from 'vitest';
import {calculate, isLeftOut} from '../../../domain/staff-norms/calculate.ts';
import {questionsFor, toBeEntered} from '../../../domain/staff-norms/asked.ts';
import {
  decimalWords,
  fraction,
  fromDecimal,
  signedWords,
  toNumber,
  upTo,
} from '../../../domain/staff-norms/fraction.ts';
import {remarksOf, sumRemark, vehicleRemarks} from '../../../domain/staff-norms/words.ts';
import {entered, everything, inputs, norms, organisation, postOf, unit} from './norm-inputs.ts';

describe('the staff list against the norm', () => {
  test.each([
    // «Кадрлар жөнiндегi инспектор»: 0.5 up to 50 recipients
    [10, 0, 'short', '–0,5'],
    [10, 0.25, 'short', '–0,25'],
    [10, 0.5, 'enough', '0'],
    [10, 1, 'over', '0,5'],
    [10, null, 'unknown', null],
    // «Директордың … орынбасары»: no unit at 20
    [2, 0, 'enough', '0'],
    [2, 1, 'over', '1'],
    [2, null, 'unknown', null],
    // «Педиатр дәрігер»: not for this kind
    [50, 0.5, 'over', '0,5'],
    // «Лифтер»: no lift
    [19, 1, 'over', '1'],
    // «Аула сыпырушы»: the norm is not known
    [24, 1, 'unknown', null],
    // «Бағбан»: not asked
    [23, 1, 'unknown', null],
  ])('post %i with %d: %s', (no, figure, standing, difference) => {
    const input = inputs(organisation(20), {flags: {lift: false}, actual: {[no]: figure}});
    const result = postOf(calculate(norms, input), no);
    expect(result.standing).toBe(standing);
    expect(result.difference === null ? null : decimalWords(result.difference)).toBe(difference);
  });

  test('is held against the rounded units, the raw ones beside', () => {
    const input = inputs(organisation(101), {actual: {44: 2.02}, rounding: 'half'});
    const result = postOf(calculate(norms, input), 44);
    expect([result.standing, decimalWords(result.difference ?? fraction(0))]).toEqual(['short', '–0,48']);
    expect(postOf(calculate(norms, {...input, rounding: 'none'}), 44).standing).toBe('enough');
  });

  test('totals say what they leave out', () => {
    const bare = calculate(norms, inputs(organisation(20), {actual: {1: 1, 2: 1}}));
    expect(bare.sum.open).toBeGreaterThan(0);
    expect(sumRemark(bare.sum)?.ru).toContain(`должностей с неизвестным нормативом: ${bare.sum.open}`);
    const all = Object.fromEntries(norms.posts.map(({no}) => [no, 1]));
    const whole = calculate(norms, inputs(organisation(20), {...everything, entered, actual: all}));
    expect([whole.sum.open, whole.sum.unreported, toNumber(whole.sum.actual)]).toEqual([0, 0, 78]);
    expect(sumRemark(whole.sum)).toBeNull();
  });
});

test('a unit of supported living: three posts, and the rest of the organisation’s staff', () => {
  const {groups, sum} = calculate(norms, inputs(unit(20), {...everything, entered}));
  const given = groups.flatMap(({posts}) => posts).filter(({norm}) => norm.state === 'units');
  expect(given.map(({post}) => post.no)).toEqual([12, 33, 66]);
  expect(toNumber(sum.units)).toBe(3);
});

describe('what is asked', () => {
  test('a unit is asked nothing', () => {
    expect(questionsFor(norms, unit(10))).toEqual([]);
    expect(toBeEntered(norms, unit(10))).toEqual([]);
    expect(questionsFor(norms, unit(31))).toEqual([]);
  });

  test('a small home for the elderly is asked only what its column depends on', () => {
    expect(questionsFor(norms, organisation(20))).toEqual([
      'lift',
      'serviceableVehicles',
      'serviceableTractors',
      'cleanedHectares',
      'boilerHouse',
      'beds',
      'wardPosts',
      'severePatients',
      'riding',
      'pool',
      'severeMusculoskeletal',
      'moderateMusculoskeletal',
      'exerciseRooms',
      'nursePosts',
      'trainingProfiles',
      'library',
      'centralSewerage',
      'wasteCubicMetres',
      'smallHome',
    ]);
  });

  test('the figures of the inter-sector norms', () => {
    expect(toBeEntered(norms, organisation(20)).map(({no}) => no)).toEqual([19, 24, 25, 26, 27, 28, 29, 30, 48]);
  });

  test('with all of it answered nothing stays open', () => {
    for (const people of [20, 60, 600]) {
      expect(calculate(norms, inputs(organisation(people), {...everything, entered})).sum.open).toBe(0);
    }
  });
});

describe('what it says', () => {
  const remarks = (no: number, input = inputs(organisation(120))): string[] => {
    const calculation = calculate(norms, input);
    return remarksOf(calculation, postOf(calculation, no)).map(({ru}) => ru);
  };

  test.each([
    [19, {flags: {lift: false}}, ['не требуется: условие «при наличии лифта» не выполнено (Есть ли лифт? – нет)']],
    [19, {}, ['ответьте: Есть ли лифт?']],
    [24, {}, ['введите число по межотраслевым типовым нормативам']],
    [24, {entered: {24: 2}}, ['введено вручную по межотраслевым нормативам']],
    [
      5,
      {},
      [
        'не требуется: условие «при наличии не менее 6 врачебных должностей» не выполнено (Врачебные должности в этом расчете, единиц – 5,5)',
      ],
    ],
    [31, {flags: {sewerage: true}}, ['не требуется: условие графы не выполнено (Есть ли канализация? – да)']],
    [
      30,
      {flags: {boilerHouse: false}},
      [
        'не требуется (по наименованию должности): условие «при наличии котельной» не выполнено (Есть ли котельная? – нет)',
      ],
    ],
    [
      23,
      {counts: {cleanedHectares: 0.5}},
      ['не требуется: условие «убираемая площадь не менее 0,75 га» не выполнено (Убираемая площадь, га – 0,5)'],
    ],
    [50, {}, ['здесь не вводится: примечание 2, 3']],
    [4, {}, ['в этой графе единиц нет']],
    [1, {}, []],
    [63, {counts: {beds: 120, nursePosts: 2}}, []],
    [63, {counts: {beds: 120, nursePosts: 3}}, ['указано постов: 3, а по числу коек можно сформировать только 2']],
  ])('post %i, %o', (no, known, expected) => {
    expect(remarks(no, inputs(organisation(120), known))).toEqual(expected);
  });

  test('what the order leaves open, where it touches the calculation', () => {
    expect(remarks(55).at(-1)).toContain('специальность, возможно, пропущена');
    expect(remarks(36, inputs(organisation(120), {counts: {wardPosts: 1}}))).toEqual([]);
    expect(remarks(36, inputs(unit(10))).at(-1)).toContain('охватывает и графу 6-30');
  });

  test('of the vehicles', () => {
    const calculation = calculate(norms, inputs(organisation(99)));
    const said = calculation.vehicles.map(vehicle => vehicleRemarks(calculation, vehicle).map(({ru}) => ru));
    expect(said[2]).toEqual(['условие не выполнено: Количество получателей услуг – 99']);
    expect(said[0]).toEqual([]);
  });
});

test('a difference bears its sign', () => {
  expect([fraction(1, 2), fraction(0), fraction(-1, 2)].map(signedWords)).toEqual(['+0,5', '0', '–0,5']);
});

test('what is not provided for and has nobody in it is named apart', () => {
  expect(isLeftOut('no-unit', false)).toBe(true);
  expect(isLeftOut('other-kind', false)).toBe(true);
  expect(isLeftOut('no-unit', true)).toBe(false);
  expect(isLeftOut('units', false)).toBe(false);
});

describe('exact numbers', () => {
  test.each([
    [5.25, 21, 4],
    [0.1, 1, 10],
    [2, 2, 1],
    [0, 0, 1],
    [-0.5, -1, 2],
  ])('%d is %d/%d', (value, over, under) => {
    expect(fromDecimal(value)).toEqual({over, under});
  });

  test('a figure with more than four decimals is refused, not cut', () => {
    expect(() => fromDecimal(0.123456)).toThrow('four decimals');
  });

  test.each([
    [fraction(13, 6), 2, '2,5'],
    [fraction(13, 6), 1, '3'],
    [fraction(2), 2, '2'],
    [fraction(0), 1, '0'],
  ])('%o up to 1/%i', (value, step, words) => {
    expect(decimalWords(upTo(value, step))).toBe(words);
  });

  test.each([
    [fraction(10), '10'],
    [fraction(100), '100'],
    [fraction(21, 32), '0,65625'],
    [fraction(1, 3), '0,3333…'],
    [fraction(-7, 6), '–1,1666…'],
  ])('%o in words', (value, words) => {
    expect(decimalWords(value)).toBe(words);
  });
});
