import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {backupsToRemove, kept, mostKept, type KeptBackup} from '../../domain/backup-rotation.ts';
import {must} from '../../domain/assert.ts';

const day = 86_400_000;
const start = Date.parse('2026-01-05T07:00:00.000Z');

function at(days: number): string {
  return new Date(start + days * day).toISOString();
}

function daily(days: number): KeptBackup[] {
  return Array.from({length: days}, (_, index) => ({id: `${index}`, madeAt: at(index), head: index, isSafety: false}));
}

/** A PC that makes one each time and tidies after it, as the application does. */
function live(made: readonly KeptBackup[]): KeptBackup[] {
  let there: KeptBackup[] = [];
  for (const next of made) {
    there.push(next);
    const gone = backupsToRemove(there, next.madeAt);
    there = there.filter(({id}) => !gone.includes(id));
  }
  return there;
}

describe('a backup each day', () => {
  test('of a year: seven days, four weeks, twelve months', () => {
    const days = live(daily(365)).map(({madeAt}) => madeAt.slice(0, 10));
    expect(days.slice(-7)).toEqual([
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
      '2027-01-04',
    ]);
    expect(days.filter(each => each <= '2026-12-28')).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
      '2026-10-31',
      '2026-11-30',
      '2026-12-20',
      '2026-12-27',
    ]);
  });

  test('of a week: all stay', () => {
    expect(backupsToRemove(daily(7), at(7))).toEqual([]);
  });
});

describe('a clock that is wrong', () => {
  test('a day in the year 2099 takes one place, and the days that follow keep theirs', () => {
    const [first, ...rest] = daily(40);
    const wrong = {...must(first), madeAt: '2099-01-01T00:00:00.000Z'};
    const there = live([wrong, ...rest]).map(({madeAt}) => madeAt);
    expect(there).toContain(wrong.madeAt);
    expect(there.filter(each => each >= at(34) && each < '2099')).toHaveLength(6);
  });

  test('a flat battery: each start in the same past day keeps the last ones, and those of before', () => {
    const before = daily(10);
    const flat = Array.from({length: 20}, (_, index) => ({
      id: `flat ${index}`,
      madeAt: `2010-01-01T00:0${index % 10}:00.000Z`,
      head: 100 + index,
      isSafety: false,
    }));
    const there = live([...before, ...flat]).map(({id}) => id);
    expect(there).toEqual(expect.arrayContaining(['flat 17', 'flat 18', 'flat 19', '9', '8', '7', '6', '5', '4']));
  });
});

const backups = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    madeAt: fc.date({min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true}),
    head: fc.nat(50),
    isSafety: fc.boolean(),
  }),
  {selector: ({id}) => id, maxLength: 120},
);

test('whatever the dates are: the newest and the fullest stay, young safety copies stay, and no more than the bound', () => {
  fc.assert(
    fc.property(
      backups,
      fc.date({noInvalidDate: true, min: new Date(0), max: new Date('2200-01-01')}),
      (made, clock) => {
        const there = made.map(each => ({...each, madeAt: each.madeAt.toISOString()}));
        const now = clock.toISOString();
        const gone = new Set(backupsToRemove(there, now));
        const staying = there.filter(({id}) => !gone.has(id));
        const isYoung = ({madeAt, isSafety}: KeptBackup): boolean =>
          isSafety && Date.parse(now) - Date.parse(madeAt) < kept.safetyDays * day;
        expect(there.filter(isYoung).every(({id}) => !gone.has(id))).toBe(true);
        expect(staying.filter(each => !isYoung(each)).length).toBeLessThanOrEqual(mostKept);
        if (there.length === 0) return;
        const newest = Math.max(...there.map(({madeAt}) => Date.parse(madeAt)));
        expect(staying.some(({madeAt}) => Date.parse(madeAt) === newest)).toBe(true);
        const fullest = Math.max(...there.map(({head}) => head));
        expect(staying.some(({head}) => head === fullest)).toBe(true);
        // Asked again, nothing more goes.
        expect(backupsToRemove(staying, now)).toEqual([]);
      },
    ),
  );
});

describe('to the second', () => {
  const row = (id: string, madeAt: string, head = 0, isSafety = false): KeptBackup => ({id, madeAt, head, isSafety});

  test('a safety copy is young for thirty days, not a moment longer', () => {
    // Seven others of a later day each, and three that hold more: nothing else keeps it but its own age.
    const others = Array.from({length: 420}, (_, index) => row(`${index}`, at(index + 1), index + 1));
    const safety = row('safety', at(0), 0, true);
    const day30 = at(30);
    const justBefore = new Date(Date.parse(day30) - 1).toISOString();
    expect(backupsToRemove([safety, ...others], justBefore)).not.toContain('safety');
    expect(backupsToRemove([safety, ...others], day30)).toContain('safety');
  });

  test('a week begins on Monday', () => {
    // Twelve days in a row, from Monday the 5th on; each Sunday is the last of its week.
    const there = live(daily(21)).map(({madeAt}) => madeAt.slice(0, 10));
    expect(there.slice(0, 2)).toEqual(['2026-01-11', '2026-01-18']);
  });

  test('of two of one instant the one that holds more stays; of two that hold as much, the later one', () => {
    const sameInstant = [
      row('less', at(0), 1),
      ...[10, 20, 30].map(head => row(`${head}`, at(1), head)),
      row('more', at(0), 2),
    ];
    expect(backupsToRemove(sameInstant, at(1))).toEqual(['less']);
    const asMuch = Array.from({length: 5}, (_, index) => row(`${index}`, `2026-01-05T0${index}:00:00.000Z`, 9));
    expect(backupsToRemove(asMuch, at(1))).toEqual(['0', '1']);
  });

  test('thirteen months of a month each: the first goes, as long as three others hold more', () => {
    const monthly = Array.from({length: 13}, (_, index) =>
      row(`${index}`, new Date(Date.UTC(2026, index, 15)).toISOString(), index),
    );
    expect(backupsToRemove(monthly, at(400))).toEqual(['0']);
  });

  test('no more than 26 stay beside the safety copies', () => {
    expect(mostKept).toBe(26);
  });
});
