import {drizzle} from 'drizzle-orm/node-postgres';
import {Pool} from 'pg';
import type {Driver} from './store.ts';
import {tables} from './tables.ts';

const usualConnections = 10;

/**
 * A PostgreSQL server. `onError`: a connection that was waiting in the pool died; the next one is made anew. `most`: so many
 * transactions at once; what is more waits for a place.
 */
export function postgres(url: string, onError: (error: Error) => void, most = usualConnections): Driver {
  const pool = new Pool({
    connectionString: url,
    max: most,
    connectionTimeoutMillis: 10_000,
    // Nothing holds the lock of a facility for ever, whatever became of who took it.
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'tirek-registry',
  });
  pool.on('error', onError);
  const database = drizzle(pool, {schema: tables, casing: 'snake_case'});
  return {
    database,
    async asOwner(work) {
      const client = await pool.connect();
      try {
        return await work({
          query: (text, values = []) => client.query(text, [...values]),
          async script(text) {
            await client.query(text);
          },
        });
      } finally {
        client.release();
      }
    },
    connections: () => ({open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount, most}),
    close: () => pool.end(),
  };
}
