import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {calculate, type Calculation} from '../../../domain/staff-norms/calculate.ts';
import {roundings, type NormInput, type Place} from '../../../domain/staff-norms/facility.ts';
import {compared, nought, type Fraction} from '../../../domain/staff-norms/fraction.ts';
import {counts, flags, measured, organisationKinds, type Flag} from '../../../domain/staff-norms/norm.ts';
import {cellOf, orderTable} from '../../support/order-table.ts';
import {everything, inputs, norms} from './norm-inputs.ts';

/** Rows of the order whose units fall somewhere as the number of recipients grows, as they are printed. */
const falling: Readonly<Record<number, string>> = {
  // «Медициналық бөлімнің меңгерушісі»: above 500 the deputy director (row 4) takes the place of the head of department.
  5: '- - - 1 1 1 1 1 1 1 -',
};

/**
 * «Шаштараз»: «- 0,5 0,5 әдеттегі шаштараздарда қызмет көрсету қиын болғанда немесе мүмкін болмаған жағдайда әрбір 100
 * қызмет алушыға 1 бірлік». Only from 51 recipients does the row ask whether ordinary hairdressers can serve: where they
 * can, half a unit becomes none.
 */
const askedFrom51 = 34;

const quarters = fc.integer({min: 0, max: 80}).map(steps => steps / 4);

const places: fc.Arbitrary<Place> = fc.oneof(
  fc.record({
    kind: fc.constant('organisation' as const),
    organisation: fc.constantFrom(...organisationKinds),
    recipients: fc.integer({min: 1, max: 700}),
  }),
  fc.record({kind: fc.constant('unit' as const), residents: fc.integer({min: 6, max: 30})}),
);

function answers(isWhole: boolean): fc.Arbitrary<Omit<NormInput, 'place'>> {
  const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
    isWhole ? arbitrary : fc.option(arbitrary, {freq: 2});
  const figures = fc.dictionary(fc.integer({min: 1, max: 78}).map(String), maybe(quarters), {maxKeys: 78});
  return fc.record({
    flags: fc.record(Object.fromEntries(flags.map(flag => [flag, maybe(fc.boolean())]))),
    counts: fc.record(
      Object.fromEntries(
        counts.map(count => [count, maybe(measured.includes(count) ? quarters : fc.integer({min: 0, max: 400}))]),
      ),
    ),
    entered: figures,
    actual: figures,
    rounding: fc.constantFrom(...roundings),
  });
}

function unitsByPost(calculation: Calculation, which: 'raw' | 'units'): Map<number, Fraction> {
  const results = calculation.groups.flatMap(({posts}) => posts);
  return new Map(results.map(({post, norm}) => [post.no, norm.state === 'units' ? norm[which] : nought]));
}

/** The numbers of the posts that have fewer units in the second calculation than in the first. */
function fewer(first: Calculation, second: Calculation): number[] {
  return (['raw', 'units'] as const).flatMap(which => {
    const after = unitsByPost(second, which);
    return [...unitsByPost(first, which)].flatMap(([no, units]) =>
      compared(after.get(no) ?? nought, units) < 0 ? [no] : [],
    );
  });
}

test('the rows that fall are those that are named, as the order prints them', () => {
  const found = orderTable().flatMap(row => {
    if (row.merged !== null && row.alone.every(cell => cell === null)) return [];
    const cells = Array.from({length: 10}, (_, index) => cellOf(row, index + 1));
    const numbers = cells.flatMap(cell => (typeof cell === 'string' ? [] : [cell ?? 0]));
    const falls = numbers.some((units, index) => units < (numbers[index - 1] ?? 0));
    const printed = row.alone.map(cell => (cell === null ? '-' : String(cell).replace('.', ','))).join(' ');
    return falls ? [[String(row.no), printed]] : [];
  });
  expect(Object.fromEntries(found)).toEqual(falling);
});

test('more recipients of the same kind, all else the same, never give fewer units, but for the rows named above', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...organisationKinds),
      fc.integer({min: 1, max: 700}),
      fc.integer({min: 0, max: 300}),
      answers(true),
      (organisation, recipients, more, known) => {
        const at = (people: number): Calculation =>
          calculate(norms, {...known, place: {kind: 'organisation', organisation, recipients: people}});
        const lost = fewer(at(recipients), at(recipients + more));
        const named = (no: number): boolean =>
          falling[no] !== undefined || (no === askedFrom51 && known.flags.noOrdinaryHairdresser !== true);
        expect(lost.filter(no => !named(no))).toEqual([]);
      },
    ),
  );
});

test('the hairdresser of row 34 falls where ordinary ones serve, and not where they do not', () => {
  const at = (recipients: number, noOrdinaryHairdresser: boolean): Calculation => {
    const place = {kind: 'organisation', organisation: 'psychoneurological', recipients} as const;
    return calculate(norms, inputs(place, {flags: {equippedHairdresser: true, noOrdinaryHairdresser}}));
  };
  expect(new Set(fewer(at(50, false), at(51, false)))).toEqual(new Set([askedFrom51]));
  expect(fewer(at(50, true), at(51, true))).toEqual([]);
});

test('taking away a condition that the order asks for never adds units', () => {
  fc.assert(
    fc.property(places, answers(true), fc.constantFrom(...flags), (place, known, flag: Flag) => {
      const favourable = everything.flags[flag] ?? null;
      const given = {...known, place, flags: {...known.flags, [flag]: favourable}};
      const taken = {...given, flags: {...given.flags, [flag]: favourable === false}};
      expect(fewer(calculate(norms, taken), calculate(norms, given))).toEqual([]);
      const few = {...given, counts: {...given.counts, cleanedHectares: 0, serviceableTractors: 0}};
      expect(fewer(calculate(norms, few), calculate(norms, given))).toEqual([]);
    }),
  );
});

test('every total is the sum of its posts, of whole parts of a unit', () => {
  // The least common part of thirds, eighths, fortieths and four decimals.
  const parts = ({over, under}: Fraction): number => {
    expect(120_000 % under).toBe(0);
    return (over * 120_000) / under;
  };
  fc.assert(
    fc.property(places, answers(false), (place, known) => {
      const {groups, sum} = calculate(norms, {...known, place});
      for (const which of ['raw', 'units'] as const) {
        const ofGroups = groups.map(group => {
          const inGroup = group.posts.flatMap(({norm}) => (norm.state === 'units' ? [parts(norm[which])] : []));
          expect(parts(group.sum[which])).toBe(inGroup.reduce((all, one) => all + one, 0));
          return parts(group.sum[which]);
        });
        expect(parts(sum[which])).toBe(ofGroups.reduce((all, one) => all + one, 0));
      }
      expect(groups.reduce((all, group) => all + group.posts.length, 0)).toBe(78);
      expect(sum.open).toBe(groups.reduce((all, group) => all + group.sum.open, 0));
    }),
  );
});

test('rounding never takes from the minimum, and never adds as much as a unit to a quotient of people', () => {
  fc.assert(
    fc.property(places, answers(true), (place, known) => {
      const {groups} = calculate(norms, {...known, place});
      for (const {post, norm} of groups.flatMap(({posts}) => posts)) {
        if (norm.state !== 'units') continue;
        expect(compared(norm.units, norm.raw)).toBeGreaterThanOrEqual(0);
        if (known.rounding === 'none' || norm.from !== 'rule') expect(norm.units).toEqual(norm.raw);
        const added = norm.units.over / norm.units.under - norm.raw.over / norm.raw.under;
        if (post.no !== 35) expect(added).toBeLessThan(known.rounding === 'half' ? 0.5 : 1);
      }
    }),
  );
});

test('an answer more never makes a known post unknown', () => {
  fc.assert(
    fc.property(places, answers(true), answers(false), (place, known, some) => {
      const before = calculate(norms, {...some, place});
      const filled = <T>(all: Readonly<Record<string, T>>, part: Readonly<Record<string, T>>): Record<string, T> =>
        Object.fromEntries(Object.entries(all).map(([key, value]) => [key, part[key] ?? value]));
      const after = calculate(norms, {
        ...some,
        place,
        flags: filled(known.flags, some.flags),
        counts: filled(known.counts, some.counts),
      });
      const now = new Map(after.groups.flatMap(({posts}) => posts).map(result => [result.post.no, result.norm]));
      for (const {post, norm} of before.groups.flatMap(({posts}) => posts)) {
        const then = now.get(post.no);
        if (norm.state === 'units') expect(then).toEqual(norm);
        else if (norm.state === 'unanswered') expect(then?.state).not.toBe('unanswered');
        else expect(then?.state).toBe(norm.state);
      }
    }),
  );
});

test('nothing answered leaves every post that the table does not settle open, and none at 0', () => {
  for (const organisation of organisationKinds) {
    const {groups} = calculate(norms, inputs({kind: 'organisation', organisation, recipients: 120}));
    for (const {norm} of groups.flatMap(({posts}) => posts)) {
      if (norm.state === 'units') expect(compared(norm.raw, nought)).toBeGreaterThan(0);
    }
  }
});
