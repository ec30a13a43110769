import {kazakhKey} from '../domain/collation.ts';
import {summarise, type PlacementEvent} from '../domain/placement.ts';
import type {PlacementStatus} from '../domain/vocabulary.ts';
import type {WritableDb} from './connection.ts';

/** A row of `placement_state`, as SQLite has it: flags as 1 and 0. */
interface State {
  readonly placementId: string;
  readonly recipientId: string;
  readonly journalId: string;
  readonly rowNumber: number;
  readonly status: PlacementStatus;
  readonly since: string;
  readonly queuedOn: string | null;
  readonly admittedOn: string | null;
  readonly returned: number;
  readonly current: number;
  readonly nameKey: string;
}

const keys = [
  'placementId',
  'recipientId',
  'journalId',
  'rowNumber',
  'status',
  'since',
  'queuedOn',
  'admittedOn',
  'returned',
  'current',
  'nameKey',
] as const satisfies readonly (keyof State)[];

const columns = `placement_id, recipient_id, journal_id, row_number, status, since, queued_on, admitted_on, returned,
  current, name_key`;

interface PersonRow {
  readonly id: string;
  readonly name: string;
}

const person = `id, surname || ' ' || first_name || ' ' || coalesce(patronymic, '') AS name`;

interface EventRow extends PlacementEvent {
  readonly recipientId: string;
  readonly placementId: string;
  readonly journalId: string;
  readonly rowNumber: number;
}

const eventColumns = `p.recipient_id AS recipientId, p.id AS placementId, p.journal_id AS journalId,
  p.row_number AS rowNumber, e.kind, e.happened_on AS happenedOn, e.position`;

/** The states of a person's rows in the journal, as their events say; rows without events have none. */
function statesOf({id: recipientId, name}: PersonRow, events: readonly EventRow[]): State[] {
  if (events.length === 0) return [];
  const nameKey = kazakhKey(name);
  const states = [...Map.groupBy(events, event => event.placementId)].flatMap(([placementId, ofRow]) => {
    const [first] = ofRow;
    const summary = summarise(ofRow);
    if (!summary || !first) return [];
    const {journalId, rowNumber} = first;
    const returned = Number(summary.returned);
    return [{placementId, recipientId, journalId, rowNumber, ...summary, returned, current: 0, nameKey}];
  });
  const latest = states.toSorted(byBeginning).at(-1);
  return states.map(state => ({...state, current: Number(state === latest)}));
}

/** By the day on which a row began; of one day the later row of the journal. */
function byBeginning(a: State, b: State): number {
  const [beganA, beganB] = [a, b].map(state => state.queuedOn ?? state.admittedOn ?? state.since);
  return (beganA ?? '').localeCompare(beganB ?? '') || a.rowNumber - b.rowNumber;
}

/**
 * Makes the derived states of one person anew, and writes those that came out otherwise. To call after a change of the
 * name, of a placement or of its events.
 */
export function refreshPlacementState(db: WritableDb, recipientId: string): void {
  const before = db
    .prepare<State>(
      `SELECT placement_id AS placementId, recipient_id AS recipientId, journal_id AS journalId, row_number AS rowNumber,
        status, since, queued_on AS queuedOn, admitted_on AS admittedOn, returned, current, name_key AS nameKey
      FROM placement_state WHERE recipient_id = ?`,
    )
    .all(recipientId);
  const named = db.prepare<PersonRow>(`SELECT ${person} FROM recipient WHERE id = ?`).get(recipientId);
  const events = db
    .prepare<EventRow>(
      `SELECT ${eventColumns} FROM placement p JOIN placement_event e ON e.placement_id = p.id WHERE p.recipient_id = ?`,
    )
    .all(recipientId);
  const after = named === undefined ? [] : statesOf(named, events);
  for (const {placementId} of before) {
    if (after.every(state => state.placementId !== placementId)) forget(db, placementId);
  }
  for (const state of after) {
    const old = before.find(({placementId}) => placementId === state.placementId);
    if (old !== undefined && keys.every(key => old[key] === state[key])) continue;
    // A row that another entry of the same person had is moved; the triggers of the search follow both.
    forget(db, state.placementId);
    put(db, state);
  }
}

const insert = `INSERT INTO placement_state (${columns}) VALUES (${keys.map(() => '?').join(', ')})`;

function put(db: WritableDb, state: State): void {
  db.execute(insert, ...keys.map(key => state[key]));
}

function forget(db: WritableDb, placementId: string): void {
  db.execute('DELETE FROM placement_state WHERE placement_id = ?', placementId);
}

/** So many people are read at once. */
const peopleAtOnce = 1_000;

/** The states of everybody, from nothing. */
export function refreshAllPlacementStates(db: WritableDb): void {
  db.execute('DELETE FROM placement_state');
  const next = db.prepare<PersonRow>(`SELECT ${person} FROM recipient WHERE id > ? ORDER BY id LIMIT ${peopleAtOnce}`);
  const eventsOf = db.prepare<EventRow>(
    `SELECT ${eventColumns} FROM json_each(?) AS wanted
      CROSS JOIN placement p ON p.recipient_id = wanted.value
      CROSS JOIN placement_event e ON e.placement_id = p.id`,
  );
  let people = next.all('');
  while (people.length > 0) {
    const events = Map.groupBy(eventsOf.all(JSON.stringify(people.map(({id}) => id))), row => row.recipientId);
    for (const each of people) for (const state of statesOf(each, events.get(each.id) ?? [])) put(db, state);
    people = next.all(people.at(-1)?.id ?? '');
  }
}
