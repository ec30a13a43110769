import type {ReadableDb, WritableDb} from '../connection.ts';
import type {Trigger} from '../triggers.ts';
import type {Whose} from './facts.ts';

/**
 * Whose deadlines no longer hold. Triggers mark them in the transaction of the change, so that no command can forget
 * to; the end of each command counts them anew.
 */

const everybody = '*';

/**
 * Not `INSERT OR IGNORE`: the conflict clause of the statement that fires a trigger stands above the trigger's own, so that an
 * upsert (a day that the head sets for the second time) would fail where the mark is there already.
 */
function mark(who: string, rest = ''): string {
  return `INSERT INTO deadline_stale (recipient_id)
    SELECT ${who} ${rest} ${rest === '' ? 'WHERE' : 'AND'} ${who} NOT IN (SELECT recipient_id FROM deadline_stale);`;
}

/** The person of a row of the journal. */
function ofPlacement(id: string): string {
  return mark('recipient_id', `FROM placement WHERE id = ${id}`);
}

function ofPlan(id: string): string {
  return mark('recipient_id', `FROM plan WHERE id = ${id}`);
}

function ofRound(id: string): string {
  return mark('p.recipient_id', `FROM monitoring_round m JOIN plan p ON p.id = m.plan_id WHERE m.id = ${id}`);
}

/** Which change of which table concerns whom. `row` is NEW or OLD. */
const watched: Readonly<Record<string, {readonly of?: string; readonly marks: (row: string) => string}>> = {
  recipient: {
    of: 'programme_to, surname, first_name, patronymic',
    marks: row => mark(`${row}.id`),
  },
  placement: {marks: row => mark(`${row}.recipient_id`)},
  placement_event: {marks: row => ofPlacement(`${row}.placement_id`)},
  personal_file: {of: 'recipient_id', marks: row => mark(`${row}.recipient_id`)},
  plan: {marks: row => mark(`${row}.recipient_id`)},
  monitoring_round: {marks: row => ofPlan(`${row}.plan_id`)},
  monitoring_entry: {of: 'positive, none_or_worse', marks: row => ofRound(`${row}.round_id`)},
  year_binding: {marks: row => mark(`${row}.recipient_id`)},
  calendar_edit: {marks: () => mark(`'${everybody}'`)},
  reference: {
    marks: row => mark(`'${everybody}'`, `WHERE ${row}.kind = 'calendar'`),
  },
  facility: {of: 'type', marks: () => mark(`'${everybody}'`)},
};

/** The settings that the counting follows. */
export const countingSettings = ['working-week', 'holiday-table', 'local-terms', 'counted-from', 'quarter'] as const;

const settingsList = countingSettings.map(id => `'${id}'`).join(', ');

function settingTrigger(event: 'INSERT' | 'UPDATE' | 'DELETE'): Trigger {
  const row = event === 'DELETE' ? 'OLD' : 'NEW';
  const name = `stale_setting_${event.toLowerCase()}`;
  return {
    name,
    sql: `CREATE TRIGGER ${name} AFTER ${event} ON setting WHEN ${row}.id IN (${settingsList}) BEGIN ${mark(`'${everybody}'`)} END`,
  };
}

export function staleTriggers(): Trigger[] {
  const tables = Object.entries(watched).flatMap(([table, {of, marks}]) =>
    [
      {event: 'INSERT', on: 'INSERT', rows: ['NEW']},
      {event: 'UPDATE', on: of === undefined ? 'UPDATE' : `UPDATE OF ${of}`, rows: ['OLD', 'NEW']},
      {event: 'DELETE', on: 'DELETE', rows: ['OLD']},
    ].map(({event, on, rows}) => {
      const name = `stale_${table}_${event.toLowerCase()}`;
      return {name, sql: `CREATE TRIGGER ${name} AFTER ${on} ON ${table} BEGIN ${rows.map(marks).join(' ')} END`};
    }),
  );
  return [...tables, settingTrigger('INSERT'), settingTrigger('UPDATE'), settingTrigger('DELETE')];
}

/** After what was written beside the commands. */
export function markEverybody(db: WritableDb): void {
  db.execute('INSERT OR IGNORE INTO deadline_stale (recipient_id) VALUES (?)', everybody);
}

/** Whose are to be counted anew; null: nobody's. */
export function staleOnes(db: ReadableDb): Whose | null {
  const rows = db.prepare<{id: string}>('SELECT recipient_id AS id FROM deadline_stale').all();
  if (rows.length === 0) return null;
  return rows.some(({id}) => id === everybody) ? 'all' : rows.map(({id}) => id);
}

export function forgetStale(db: WritableDb): void {
  db.execute('DELETE FROM deadline_stale');
}
