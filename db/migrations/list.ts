import {sql as sql1} from './0001-foundation.ts';

/** Written by db/generate. The migrations by version, as the runner applies them; the SQL travels in the program. */
export const migrations = [
  {version: 1, name: '0001-foundation', sql: sql1},
] as const;
