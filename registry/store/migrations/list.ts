import {sql as sql1} from './0001-foundation.ts';

/** By version, as the runner applies them. Once applied anywhere, a file is never edited. */
export const migrations = [{version: 1, name: '0001-foundation', sql: sql1}] as const;
