import {Client} from 'pg';
import {must} from '../../domain/assert.ts';

export interface TableSize {
  readonly table: string;
  readonly rows: number;
  /** Bytes of the rows, with what PostgreSQL keeps beside (long values, free space). */
  readonly bytes: number;
  /** Bytes of each index. */
  readonly indexes: Readonly<Record<string, number>>;
}

export interface DatabaseSize {
  readonly bytes: number;
  /** Written to the write-ahead log of the whole server since it was made. */
  readonly wal: number;
  readonly tables: readonly TableSize[];
}

/** What stands in a database, after what is dead was cleared away and the statistics were made. */
export async function sizeOf(url: string): Promise<DatabaseSize> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query('VACUUM ANALYZE');
    const {rows: whole} = await client.query<{bytes: string; wal: string}>(
      `SELECT pg_database_size(current_database()) AS bytes, pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') AS wal`,
    );
    const {rows: tables} = await client.query<{table: string; rows: string; bytes: string}>(
      `SELECT relname AS table, greatest(reltuples, 0)::bigint AS rows, pg_table_size(oid) AS bytes
       FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY pg_total_relation_size(oid) DESC, relname`,
    );
    const {rows: indexes} = await client.query<{table: string; name: string; bytes: string}>(
      `SELECT tablename AS table, indexname AS name, pg_relation_size(format('%I', indexname)::regclass) AS bytes
       FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexname`,
    );
    return {
      bytes: Number(must(whole[0]).bytes),
      wal: Number(must(whole[0]).wal),
      tables: tables.map(({table, rows, bytes}) => ({
        table,
        rows: Number(rows),
        bytes: Number(bytes),
        indexes: Object.fromEntries(
          indexes.filter(index => index.table === table).map(index => [index.name, Number(index.bytes)]),
        ),
      })),
    };
  } finally {
    await client.end();
  }
}
