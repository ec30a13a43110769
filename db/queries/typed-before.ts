import type {ReadableDb} from '../connection.ts';

/** The newest so many: the old PC folds them while somebody types. */
const most = 10_000;

const sources = {
  address: `SELECT address AS words FROM recipient WHERE address IS NOT NULL ORDER BY rowid DESC LIMIT ${most}`,
  proof: `SELECT proof AS words FROM relative WHERE proof IS NOT NULL ORDER BY rowid DESC LIMIT ${most}`,
} as const;

/** What stands in a field of all records, the newest first. */
export function writtenIn(db: ReadableDb, field: keyof typeof sources): string[] {
  return db
    .prepare<{words: string}>(sources[field])
    .all()
    .map(({words}) => words);
}
