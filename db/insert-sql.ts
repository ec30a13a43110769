const made = new Map<string, Map<string, string>>();

/** The statement that inserts a row of these columns, named as in SQL. Rows mostly have the same ones: each is put together once. */
export function insertSql(table: string, columns: readonly string[]): string {
  const ofTable = made.get(table) ?? new Map<string, string>();
  made.set(table, ofTable);
  const key = columns.join();
  const before = ofTable.get(key);
  if (before !== undefined) return before;
  const names = columns.map(name => `"${name}"`).join(', ');
  const sql = `INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`;
  ofTable.set(key, sql);
  return sql;
}
