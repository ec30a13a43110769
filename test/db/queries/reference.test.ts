import {describe, expect, test} from 'vitest';
import {calendarSettings, countingOf} from '../../../db/deadlines/counting.ts';
import {contentInForce, correctionsOf, listReference} from '../../../db/queries/reference.ts';
import {must} from '../../../domain/assert.ts';
import {referenceIds, type ReferenceKind} from '../../../registry/protocol/reference.ts';
import {kzHolidays} from '../../../templates/calendar/kz-holidays.ts';
import {testNodes, type TestNode} from '../../support/exchange-nodes.ts';

/** What stands in the row that came from the registry, as this version reads it. */

function nodeWith(kind: ReferenceKind, content: unknown): TestNode {
  const [node] = testNodes(1);
  give(must(node), kind, 'ff', content);
  return must(node);
}

function give(node: TestNode, kind: ReferenceKind, sha256: string, content: unknown): void {
  node.write(
    `INSERT INTO reference (id, kind, version, sha256, size, published_at, content)
      VALUES (?, ?, 1, ?, 10, '2026-02-01T06:00:00.000Z', ?)
      ON CONFLICT (id) DO UPDATE SET sha256 = excluded.sha256, content = excluded.content`,
    referenceIds[kind],
    kind,
    sha256,
    JSON.stringify(content),
  );
}

const years = (fromYear: number) => ({
  version: 'tizilim',
  fromYear,
  toYear: fromYear,
  fixed: [],
  dated: [{date: `${fromYear}-06-02`, name: {kk: 'Мереке', ru: 'Праздник'}, decided: true}],
  swaps: [],
});
const correction = {edition: '308-2022/appendix-4', field: 'title', kk: 'а', ru: 'б'};

describe('reference data that has come', () => {
  test('is read once for each version', () => {
    const node = nodeWith('labels', {corrections: [correction]});
    const {readable: db} = node.connection;
    const {edition, ...rest} = correction;
    expect([correctionsOf(db, edition), correctionsOf(db, '308-2022/appendix-5')]).toEqual([[rest], []]);
    expect(contentInForce(db, 'labels')).toBe(contentInForce(db, 'labels'));
    give(node, 'labels', 'ee', {corrections: []});
    expect(correctionsOf(db, edition)).toEqual([]);
  });

  test('of further years goes on from the table of the program', () => {
    const {readable: db} = nodeWith('calendar', years(2031)).connection;
    const {calendar} = countingOf(db);
    expect([calendar.isWorkingDay('2031-06-02'), calendar.decided('2031-06-02')]).toEqual([false, true]);
    expect(calendar.reason('2026-03-09')).not.toBeNull();
  });

  interface Case {
    readonly what: string;
    readonly content: unknown;
  }
  const cases: readonly Case[] = [
    {what: 'of a newer form', content: {...years(2031), moons: []}},
    {what: 'without a content', content: null},
    {what: 'that leaves years open', content: years(2035)},
  ];
  test.each(cases)('$what changes no day', ({content}) => {
    const {readable: db} = nodeWith('calendar', content).connection;
    expect(calendarSettings(db).registry).toBeNull();
    expect(countingOf(db).calendar.version).toBe(kzHolidays.version);
    expect(listReference(db)).toMatchObject([{kind: 'calendar', version: 1}]);
  });
});
