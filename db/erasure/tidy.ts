import type {Database} from 'better-sqlite3';
import {isSuspended} from '../derived.ts';
import {readLocal} from '../local-state.ts';
import {optimizeSearch} from '../search-index.ts';

/** Stands in `local_state` from an erasure until nothing of it is left in the file, over a power cut too. */
export const untidy = 'erasure-untidy';

/**
 * After an erasure: what was deleted lies in pages that nothing uses and in the segments of the search, and whoever has the
 * key reads it there. The search is merged into one, each free page is written over, and the log beside the file is emptied.
 *
 * Before the transaction that erases, `overwriting` must be on already: cells are wiped where they are deleted.
 */
export function tidyErased(client: Database): void {
  // Made anew at the end of a long load; then is the time.
  if (readLocal(client, untidy) === undefined || isSuspended(client)) return;
  overwriting(client, true);
  try {
    client
      .transaction(() => {
        optimizeSearch(client);
        client.prepare('DELETE FROM local_state WHERE key = ?').run(untidy);
        overwriteFreePages(client);
      })
      .immediate();
    client.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    overwriting(client, false);
  }
}

/** Whether everything that is deleted is overwritten at once, also where that costs a write. */
export function overwriting(client: Database, on: boolean): void {
  client.pragma(`secure_delete = ${on ? 'ON' : 'FAST'}`);
}

/** Bytes that surely fit into one page. */
const inPage = 4_000;
const pagesAtOnce = 4_000;

/** SQLite takes its free pages first: a table of zeros takes them all, and gives them back as zeros. */
function overwriteFreePages(client: Database): void {
  const free = (): number => Number(client.pragma('freelist_count', {simple: true}));
  client.exec('CREATE TABLE erased_filling (bytes BLOB)');
  const fill = client.prepare('INSERT INTO erased_filling (bytes) VALUES (zeroblob(?))');
  for (let left = free(); left > 0; left = free()) fill.run(Math.min(left, pagesAtOnce) * inPage);
  client.exec('DROP TABLE erased_filling');
}
