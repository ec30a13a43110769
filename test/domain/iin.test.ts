import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {checkIin, iinHints, iinOffers, makeTestIin, type IinCheck, type IinHint} from '../../domain/iin.ts';
import type {Sex} from '../../domain/vocabulary.ts';
import {isoDates} from './arbitraries.ts';

// All numbers here belong to people born before 1901 or after 2098, or to nobody: no living person holds them.

describe('checkIin', () => {
  test.each<[why: string, typed: string, expected: IinCheck]>([
    ['first pass', '991231100010', {kind: 'ok', iin: '991231100010', bornHint: '1899-12-31', sexHint: 'male'}],
    ['first pass, woman', '980101200075', {kind: 'ok', iin: '980101200075', bornHint: '1898-01-01', sexHint: 'female'}],
    ['second pass', '991231100109', {kind: 'ok', iin: '991231100109', bornHint: '1899-12-31', sexHint: 'male'}],
    ['blanks', ' 991231 100 010 ', {kind: 'ok', iin: '991231100010', bornHint: '1899-12-31', sexHint: 'male'}],
    ['dashes', '991231-100010', {kind: 'ok', iin: '991231100010', bornHint: '1899-12-31', sexHint: 'male'}],
    ['long dashes', '991231—100010', {kind: 'ok', iin: '991231100010', bornHint: '1899-12-31', sexHint: 'male'}],
    ['first digit off', '891231100010', {kind: 'control-digit'}],
    ['control digit off', '991231100011', {kind: 'control-digit'}],
    ['second pass, control digit off', '991231100100', {kind: 'control-digit'}],
    ['never issued', '991231100160', {kind: 'control-digit'}],
    ['never issued, whatever the control digit', '991231100161', {kind: 'control-digit'}],
    ['eleven digits', '99123110001', {kind: 'shape'}],
    ['thirteen digits', '9912311000100', {kind: 'shape'}],
    ['a letter', '99123110001О', {kind: 'shape'}],
    ['digits of another script', '٩٩١٢٣١١٠٠٠١٠', {kind: 'shape'}],
    ['nothing', '', {kind: 'shape'}],
  ])('%s', (_, typed, expected) => {
    expect(checkIin(typed)).toEqual(expected);
  });

  test.each<[start: string, born: string | null, sex: Sex | null]>([
    ['0002280', null, null],
    ['9912311', '1899-12-31', 'male'],
    ['9912312', '1899-12-31', 'female'],
    ['0002283', '1900-02-28', 'male'],
    ['0002284', '1900-02-28', 'female'],
    ['9912315', '2099-12-31', 'male'],
    ['9912316', '2099-12-31', 'female'],
    ['0002287', null, null],
    ['0002288', null, null],
    ['0002289', null, null],
  ])('what %s says', (start, bornHint, sexHint) => {
    expect(okOf(start)).toMatchObject({bornHint, sexHint});
  });

  test('a date that is none gives no hint and no error', () => {
    expect(okOf('0013011')).toMatchObject({bornHint: null, sexHint: 'male'});
    expect(okOf('0002291')).toMatchObject({bornHint: null, sexHint: 'male'});
    expect(okOf('0000001')).toMatchObject({bornHint: null, sexHint: 'male'});
  });

  test('a slip in one digit is found, unless the sum of the first pass cannot see it', () => {
    fc.assert(
      // The eleventh digit has the weight 11, which leaves no remainder: a slip there shows in the second pass alone.
      fc.property(
        testIins(),
        fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11),
        fc.integer({min: 1, max: 9}),
        (iin, place, added) => {
          const slip = String((Number(iin[place]) + added) % 10);
          const wrong = iin.slice(0, place) + slip + iin.slice(place + 1);
          fc.pre(!usesSecondPass(iin) && !usesSecondPass(wrong));
          expect(checkIin(wrong)).toEqual({kind: 'control-digit'});
        },
      ),
    );
  });
});

test.each<[iin: string, born: string | null, sex: Sex | null, expected: IinHint[]]>([
  ['991231100010', '1899-12-31', 'male', []],
  ['991231100010', '1999-12-31', 'male', [{field: 'born', iinSays: '1899-12-31'}]],
  ['991231100010', '1899-12-31', 'female', [{field: 'sex', iinSays: 'male'}]],
  [
    '980101200075',
    '1898-01-02',
    'male',
    [
      {field: 'born', iinSays: '1898-01-01'},
      {field: 'sex', iinSays: 'female'},
    ],
  ],
  ['991231100010', null, null, []],
  ['991231100011', '1999-12-31', 'female', []],
  ['', '1999-12-31', 'female', []],
])('hints of %s for %s, %s', (iin, born, sex, expected) => {
  expect(iinHints(iin, born, sex)).toEqual(expected);
});

describe('makeTestIin', () => {
  test('is well formed and can have no living holder', () => {
    fc.assert(
      fc.property(testIins(), iin => {
        expect(checkIin(iin)).toMatchObject({kind: 'ok', iin});
        expect(iin[6]).toMatch(/[12]/);
      }),
    );
  });

  test('carries day, month and sex', () => {
    expect(makeTestIin('1999-12-31', 'male', 0)).toMatch(/^9912311/);
    expect(makeTestIin('2001-02-03', 'female', 0)).toMatch(/^0102032/);
  });

  test('different serials give different numbers, up to the last', () => {
    const all = new Set(Array.from({length: 300}, (_, serial) => makeTestIin('1999-12-31', 'male', serial)));
    expect(all.size).toBe(300);
    expect(all).toContain('991231100010');
    expect(all).toContain('991231100109');
    expect(checkIin(makeTestIin('1999-12-31', 'male', 8999)).kind).toBe('ok');
  });

  test('a serial that is none is a defect', () => {
    expect(() => makeTestIin('1999-12-31', 'male', -1)).toThrow('serial');
    expect(() => makeTestIin('1999-12-31', 'male', 9000)).toThrow('serial');
    expect(() => makeTestIin('1999-12-31', 'male', 0.5)).toThrow('serial');
  });
});

describe('what a number says where nothing is entered', () => {
  const iin = makeTestIin('1958-05-09', 'male', 0);
  const [born, sex] = [
    {field: 'born', iinSays: '1858-05-09'},
    {field: 'sex', iinSays: 'male'},
  ] as const;
  test.each([
    {entered: [null, null] as const, offers: [born, sex]},
    {entered: ['1960-01-01', null] as const, offers: [sex]},
    {entered: [null, 'female'] as const, offers: [born]},
    {entered: ['1960-01-01', 'female'] as const, offers: []},
  ])('beside $entered: $offers', ({entered, offers}) => {
    const [known, knownSex] = entered;
    expect(iinOffers(iin, known, knownSex)).toEqual(offers);
  });

  test('a wrong number says nothing', () => {
    expect(iinOffers('580509100011', null, null)).toEqual([]);
    expect(iinOffers('', null, null)).toEqual([]);
  });
});

function testIins(): fc.Arbitrary<string> {
  return fc
    .tuple(isoDates(), fc.constantFrom<Sex>('male', 'female'), fc.nat(400))
    .map(([born, sex, serial]) => makeTestIin(born, sex, serial));
}

/** The check of the first number with such a start whose control digit is right. */
function okOf(start: string): IinCheck | undefined {
  for (let rest = 0; rest < 100; rest += 1) {
    const check = checkIin(start + String(rest).padStart(12 - start.length, '0'));
    if (check.kind === 'ok') return check;
  }
  return undefined;
}

function usesSecondPass(iin: string): boolean {
  const digits = iin.slice(0, 11).split('').map(Number);
  return digits.reduce((sum, digit, index) => sum + (index + 1) * digit, 0) % 11 === 10;
}
