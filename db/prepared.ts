import type {ReadableDb} from './connection.ts';

/**
 * A drizzle query that is built once for each database instead of at each call: building costs several times what the
 * query itself takes. For what a save or a search asks:
 *
 *   const byId = prepared(db => db.select().from(plan).where(eq(plan.id, sql.placeholder('id'))).prepare());
 *   byId(db).get({id});
 */
export function prepared<Query>(build: (db: ReadableDb) => Query): (db: ReadableDb) => Query {
  const built = new WeakMap<ReadableDb, Query>();
  return db => {
    const known = built.get(db);
    if (known !== undefined) return known;
    const query = build(db);
    built.set(db, query);
    return query;
  };
}
