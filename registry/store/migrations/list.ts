import {sql as sql1} from './0001-foundation.ts';
import {sql as sql2} from './0002-reference-data.ts';
import {sql as sql3} from './0003-quarantine.ts';
import {sql as sql4} from './0004-audit-ends.ts';
import {sql as sql5} from './0005-erasure.ts';
import {sql as sql6} from './0006-backup-role.ts';

/** By version, as the runner applies them. Once applied anywhere, a file is never edited. */
export const migrations = [
  {version: 1, name: '0001-foundation', sql: sql1},
  {version: 2, name: '0002-reference-data', sql: sql2},
  {version: 3, name: '0003-quarantine', sql: sql3},
  {version: 4, name: '0004-audit-ends', sql: sql4},
  {version: 5, name: '0005-erasure', sql: sql5},
  {version: 6, name: '0006-backup-role', sql: sql6},
] as const;
