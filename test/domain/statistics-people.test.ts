import {describe, expect, test} from 'vitest';
import {
  columnIndex,
  movementTable,
  occupancyTable,
  recipientTable,
  statusTable,
  type JournalRow,
  type PeopleScope,
} from '../../domain/statistics-people.ts';
import type {StatisticsTable} from '../../domain/statistics-tables.ts';

type Event = readonly [kind: JournalRow['events'][number]['kind'], happenedOn: string];

function row(
  recipientId: string,
  spells: JournalRow['spells'],
  more: Partial<JournalRow> = {},
  events: Event[] = [],
): JournalRow {
  return {
    placementId: `p-${recipientId}-${spells[0]?.from}`,
    recipientId,
    bornOn: null,
    sex: null,
    category: null,
    spells,
    events: events.map(([kind, happenedOn], index) => ({id: `${recipientId}-${index}`, kind, happenedOn})),
    ...more,
  };
}

const period = {from: '2026-01-01', to: '2026-01-31'};
const all = {period, lastDay: '2026-01-20', hasQueue: true};

/** Of each row that is not empty: its numbers, null where there is none. */
function numbers({rows}: StatisticsTable): Record<string, (number | null)[]> {
  const counted = rows.map(({id, cells}) => [id, cells.map(cell => cell?.count ?? null)] as const);
  return Object.fromEntries(counted.filter(([, counts]) => counts.some(count => count !== null && count > 0)));
}

const rows: JournalRow[] = [
  // Waits, is admitted within the period, and stays.
  row(
    'a',
    [
      {status: 'queued', from: '2025-12-01', to: '2026-01-05'},
      {status: 'receiving', from: '2026-01-05', to: null},
    ],
    {bornOn: '1960-05-05', sex: 'female', category: 'disabled-group-1-2'},
    [
      ['queued', '2025-12-01'],
      ['admitted', '2026-01-05'],
    ],
  ),
  // Left the day before the period.
  row('b', [{status: 'discharged', from: '2025-12-31', to: null}], {}, [['discharged', '2025-12-31']]),
  // On leave twice, discharged on the last known day.
  row(
    'c',
    [
      {status: 'receiving', from: '2025-01-01', to: '2026-01-02'},
      {status: 'on-leave', from: '2026-01-02', to: '2026-01-04'},
      {status: 'receiving', from: '2026-01-04', to: '2026-01-20'},
      {status: 'discharged', from: '2026-01-20', to: null},
    ],
    {bornOn: '2010-01-01', sex: 'male'},
    [
      ['left', '2026-01-01'],
      ['came-back', '2026-01-04'],
      ['left', '2026-01-31'],
      ['discharged', '2026-02-01'],
    ],
  ),
  // The same person in a second row of the journal.
  row('a', [{status: 'receiving', from: '2026-01-10', to: null}], {sex: 'female'}),
];

describe('by status', () => {
  test('who stood so on a day of the period, and who does at its last known day', () => {
    expect(numbers(statusTable({...all, rows}))).toEqual({
      'queued': [1, 0],
      'receiving': [2, 1],
      'on-leave': [1, 0],
      'discharged': [1, null],
    });
  });
  test('of a unit only those who have a place in it', () => {
    expect(statusTable({...all, rows, hasQueue: false}).rows.map(({id}) => id)).toEqual(['receiving', 'on-leave']);
  });
  test('who left after the last known day is not counted yet', () => {
    const later = [row('d', [{status: 'withdrawn', from: '2026-01-21', to: null}])];
    expect(numbers(statusTable({...all, rows: later}))).toEqual({});
  });
  test.each(['discharged', 'transferred', 'withdrawn'] as const)(
    'who was %s is counted in the period of it alone',
    status => {
      const spells = [{status, from: '2026-01-01', to: null}];
      expect(numbers(statusTable({...all, rows: [row('d', spells)]}))).toEqual({[status]: [1, null]});
      const next = {from: '2026-02-01', to: '2026-02-28'};
      expect(numbers(statusTable({...all, period: next, lastDay: '2026-02-10', rows: [row('d', spells)]}))).toEqual({});
    },
  );
  test('an entry is the person, for the day from which it counts', () => {
    const receiving = statusTable({...all, rows}).rows.find(({id}) => id === 'receiving');
    expect(receiving?.cells[0]?.entries()).toMatchObject([
      {key: 'a', recipientId: 'a', day: '2026-01-10'},
      {key: 'c', recipientId: 'c', day: '2025-01-01'},
    ]);
  });
});

describe('those who received services', () => {
  const scope: PeopleScope = {...all, rows};
  test('by sex', () => {
    expect(numbers(recipientTable('sex', scope))).toEqual({female: [1, 1], male: [1, 0], all: [2, 1]});
  });
  test('by age at the last known day', () => {
    const first = {...scope, rows: rows.slice(0, 3)};
    expect(numbers(recipientTable('age', first))).toEqual({'60-74': [1, 1], '7-17': [1, 0], 'all': [2, 1]});
  });
  test('by category; who has none has a row of their own, where there are any', () => {
    const first = {...scope, rows: rows.slice(0, 3)};
    expect(numbers(recipientTable('category', first))).toEqual({
      'disabled-group-1-2': [1, 1],
      'unknown': [1, 0],
      'all': [2, 1],
    });
    const known = recipientTable('category', {...scope, rows: rows.slice(0, 1)});
    expect(known.rows.map(({id}) => id)).not.toContain('unknown');
    expect(known.rows.at(-1)?.id).toBe('all');
  });
});

describe('what happened', () => {
  test('on the first and the last day of the period as well, and to how many people', () => {
    expect(numbers(movementTable({...all, rows}))).toEqual({'admitted': [1, 1], 'left': [2, 1], 'came-back': [1, 1]});
  });
  test('an entry of an event is of its day; of people, the last of theirs', () => {
    const left = movementTable({...all, rows}).rows.find(({id}) => id === 'left');
    expect(left?.cells[0]?.entries().map(({key, day}) => [key, day])).toEqual([
      ['c-0', '2026-01-01'],
      ['c-2', '2026-01-31'],
    ]);
    expect(left?.cells[1]?.entries()).toMatchObject([{key: 'c', recipientId: 'c', day: '2026-01-31'}]);
  });
  test('a unit has no queue', () => {
    const ids = movementTable({...all, rows, hasQueue: false}).rows.map(({id}) => id);
    expect(ids).not.toContain('queued');
    expect(ids).not.toContain('withdrawn');
    expect(ids).toContain('admitted');
  });
});

test('the places at the end of a day: a person who is on leave keeps theirs', () => {
  const {rows: days} = occupancyTable({...all, rows});
  const at = (day: string) => days.find(({id}) => id === day)?.cells.map(cell => cell?.count ?? null);
  expect(at('2026-01-02')).toEqual([1, 0, 1, 1]);
  expect(at('2026-01-05')).toEqual([0, 2, 0, 2]);
  expect(at('2026-01-20')).toEqual([0, 1, 0, 1]);
  expect(occupancyTable({...all, rows, hasQueue: false}).rows[0]?.cells[0]).toBeNull();
});

test('where a number stands', () => {
  expect([
    columnIndex('occupancy', 'queue'),
    columnIndex('occupancy', 'occupied'),
    columnIndex('sex', 'queue'),
  ]).toEqual([0, 3, null]);
});
