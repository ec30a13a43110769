import type {IsoDate} from './dates.ts';
import type {PlacementEventKind} from './placement.ts';
import {ageGroupAt, ageGroups, holdsIn, holdsOn, isPlaced, type Spell} from './statistics.ts';
import {pointsOf, type Period} from './statistics-period.ts';
import {
  cellOf,
  columnsOf,
  entryOf,
  movements,
  type StatisticsCell,
  type StatisticsColumn,
  type StatisticsRow,
  type StatisticsTable,
  type StatisticsTableId,
} from './statistics-tables.ts';
import {allRow, unknownRow} from './statistics-words.ts';
import {placementStatuses, recipientCategories, sexes, type RecipientCategory, type Sex} from './vocabulary.ts';

/** A row of the journal with what is counted of it. Of a unit: what of it was spent there. */
export interface JournalRow {
  readonly placementId: string;
  readonly recipientId: string;
  readonly bornOn: IsoDate | null;
  readonly sex: Sex | null;
  readonly category: RecipientCategory | null;
  readonly spells: readonly Spell[];
  readonly events: readonly {readonly id: string; readonly kind: PlacementEventKind; readonly happenedOn: IsoDate}[];
}

export interface PeopleScope {
  readonly rows: readonly JournalRow[];
  readonly period: Period;
  /** The last day of the period of which something is known. */
  readonly lastDay: IsoDate;
  /** The queue is the whole organisation's: a unit has none of its own. */
  readonly hasQueue: boolean;
}

const over = ['discharged', 'transferred', 'withdrawn'] as const;

/**
 * By status: who stood so on at least one day; of those who left, who left in the period. Of a unit only those who have a
 * place in it: who left it did not leave the organisation for that.
 */
export function statusTable({rows, period, lastDay, hasQueue}: PeopleScope): StatisticsTable {
  const known = {from: period.from, to: lastDay};
  return table(
    'status',
    placementStatuses
      .filter(status => hasQueue || status === 'receiving' || status === 'on-leave')
      .map(status => {
        const isOver = over.some(each => each === status);
        const during = distinct(rows, spell =>
          spell.status === status && isOver
            ? spell.from >= period.from && spell.from <= lastDay
            : spell.status === status && holdsIn(spell, known),
        );
        const atEnd = isOver ? null : distinct(rows, spell => spell.status === status && holdsOn(spell, lastDay));
        return {id: status, cells: [during, atEnd]};
      }),
  );
}

/** Those who received services, by one of their traits; a row for those of whom it is not known, where there are any. */
export function recipientTable(id: 'category' | 'sex' | 'age', scope: PeopleScope): StatisticsTable {
  const {rows, period, lastDay} = scope;
  const known = {from: period.from, to: lastDay};
  const during = received(rows, spell => holdsIn(spell, known));
  const atEnd = received(rows, spell => holdsOn(spell, lastDay));
  const traitOf = (row: JournalRow): string | null =>
    id === 'age' ? ageGroupAt(row.bornOn, lastDay) : id === 'sex' ? row.sex : row.category;
  const names = id === 'age' ? ageGroups : id === 'sex' ? sexes : recipientCategories;
  const [duringBy, atEndBy] = [during, atEnd].map(people => Map.groupBy(people, ([row]) => traitOf(row) ?? unknownRow));
  const rowsOf = [...names, unknownRow].map(name => ({
    id: name,
    cells: [peopleCell(duringBy?.get(name) ?? []), peopleCell(atEndBy?.get(name) ?? [])],
  }));
  return table(id, [
    ...rowsOf.filter(row => row.id !== unknownRow || row.cells.some(({count}) => count > 0)),
    {id: allRow, cells: [peopleCell(during), peopleCell(atEnd)]},
  ]);
}

/** What happened on a day of the period, and to how many people. */
export function movementTable({rows, period, hasQueue}: PeopleScope): StatisticsTable {
  const happened = rows.flatMap(row =>
    row.events
      .filter(({happenedOn}) => happenedOn >= period.from && happenedOn <= period.to)
      .map(event => ({kind: event.kind, entry: entryOf(event.id, row.recipientId, {day: event.happenedOn})})),
  );
  const byKind = Map.groupBy(happened, ({kind}) => kind);
  return table(
    'movement',
    movements
      .filter(kind => hasQueue || (kind !== 'queued' && kind !== 'withdrawn'))
      .map(kind => {
        const events = (byKind.get(kind) ?? []).map(({entry}) => entry);
        const people = new Map(events.map(entry => [entry.recipientId, {...entry, key: entry.recipientId}]));
        return {id: kind, cells: [cellOf(events), cellOf([...people.values()])]};
      }),
  );
}

/** The queue and the places at the end of each day at which the line is drawn. */
export function occupancyTable({rows, period, lastDay, hasQueue}: PeopleScope): StatisticsTable {
  return table(
    'occupancy',
    pointsOf({from: period.from, to: lastDay}).map(day => {
      const now = rows.flatMap(row => {
        const spell = row.spells.find(each => holdsOn(each, day));
        return spell === undefined ? [] : [[row, spell] as const];
      });
      const those = (holds: (spell: Spell) => boolean): StatisticsCell =>
        peopleCell(unique(now.filter(([, spell]) => holds(spell))));
      return {
        id: day,
        cells: [
          hasQueue ? those(({status}) => status === 'queued') : null,
          those(({status}) => status === 'receiving'),
          those(({status}) => status === 'on-leave'),
          those(isPlaced),
        ],
      };
    }),
  );
}

type Standing = readonly [row: JournalRow, spell: Spell];

function received(rows: readonly JournalRow[], holds: (spell: Spell) => boolean): Standing[] {
  return standing(rows, spell => spell.status === 'receiving' && holds(spell));
}

function distinct(rows: readonly JournalRow[], holds: (spell: Spell) => boolean): StatisticsCell {
  return peopleCell(standing(rows, holds));
}

/** Each person once, with the spell for which he or she counts. */
function standing(rows: readonly JournalRow[], holds: (spell: Spell) => boolean): Standing[] {
  return unique(
    rows.flatMap(row => {
      const spell = row.spells.find(holds);
      return spell === undefined ? [] : [[row, spell] as const];
    }),
  );
}

function unique(standings: readonly Standing[]): Standing[] {
  return [...new Map(standings.map(each => [each[0].recipientId, each])).values()];
}

function peopleCell(people: readonly Standing[]): StatisticsCell {
  return {
    count: people.length,
    entries: () => people.map(([{recipientId}, {from}]) => entryOf(recipientId, recipientId, {day: from})),
  };
}

function table(id: StatisticsTableId, rows: readonly StatisticsRow[]): StatisticsTable {
  return {id, rows};
}

/** Where the number of a column stands in the rows of its table; null: the table has no such column. */
export function columnIndex(id: StatisticsTableId, column: StatisticsColumn): number | null {
  const index = columnsOf[id].indexOf(column);
  return index === -1 ? null : index;
}
