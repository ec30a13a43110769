import type {Database} from 'better-sqlite3';

/** A trigger by name, with the whole text that makes it. */
export interface Trigger {
  readonly name: string;
  readonly sql: string;
}

/**
 * Makes the triggers of the database those that are wanted, whatever an earlier version left or a migration took away.
 * The text that SQLite keeps is compared, so that nothing is written when nothing differs.
 */
export function installTriggers(client: Database, wanted: readonly Trigger[]): void {
  const present = client
    .prepare<[], {name: string; sql: string}>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all();
  const stale = present.filter(each => !wanted.some(trigger => trigger.name === each.name && trigger.sql === each.sql));
  const missing = wanted.filter(
    trigger => !present.some(each => each.name === trigger.name && each.sql === trigger.sql),
  );
  if (stale.length === 0 && missing.length === 0) return;
  // Inside a transaction that is open already, a savepoint of it.
  client.transaction(() => {
    for (const {name} of stale) client.exec(`DROP TRIGGER "${name}"`);
    for (const {sql} of missing) client.exec(sql);
  })();
}
