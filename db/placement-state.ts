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

type EventRow = PlacementEvent & {readonly placementId: string; readonly journalId: string; readonly rowNumber: number};

/** The states of a person's rows in the journal, as their events say; rows without events have none. */
function statesOf(db: WritableDb, recipientId: string): State[] {
  const person = db
    .prepare<{name: string}>(
      `SELECT surname || ' ' || first_name || ' ' || coalesce(patronymic, '') AS name FROM recipient WHERE id = ?`,
    )
    .get(recipientId);
  if (!person) return [];
  const events = db
    .prepare<EventRow>(
      `SELECT p.id AS placementId, p.journal_id AS journalId, p.row_number AS rowNumber, e.kind,
        e.happened_on AS happenedOn, e.position
      FROM placement p JOIN placement_event e ON e.placement_id = p.id WHERE p.recipient_id = ?`,
    )
    .all(recipientId);
  const nameKey = kazakhKey(person.name);
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
  const after = statesOf(db, recipientId);
  for (const {placementId} of before) {
    if (after.every(state => state.placementId !== placementId)) forget(db, placementId);
  }
  for (const state of after) {
    const old = before.find(({placementId}) => placementId === state.placementId);
    if (old !== undefined && keys.every(key => old[key] === state[key])) continue;
    // A row that another entry of the same person had is moved; the triggers of the search follow both.
    forget(db, state.placementId);
    const places = keys.map(() => '?').join(', ');
    db.execute(`INSERT INTO placement_state (${columns}) VALUES (${places})`, ...keys.map(key => state[key]));
  }
}

function forget(db: WritableDb, placementId: string): void {
  db.execute('DELETE FROM placement_state WHERE placement_id = ?', placementId);
}

/** The same for everybody. */
export function refreshAllPlacementStates(db: WritableDb): void {
  db.execute('DELETE FROM placement_state');
  for (const {id} of db.prepare<{id: string}>('SELECT id FROM recipient').all()) refreshPlacementState(db, id);
}
