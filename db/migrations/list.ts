import {sql as sql1} from './0001-foundation.ts';
import {sql as sql2} from './0002-rules-of-the-order.ts';
import {sql as sql3} from './0003-urgency-of-today.ts';
import {sql as sql4} from './0004-exchange.ts';
import {sql as sql5} from './0005-handover-through-the-registry.ts';
import {sql as sql6} from './0006-reference-data.ts';
import {sql as sql7} from './0007-roles.ts';
import {sql as sql8} from './0008-audit.ts';
import {sql as sql9} from './0009-consent.ts';
import {sql as sql10} from './0010-erasure.ts';
import {sql as sql11} from './0011-phrases.ts';
import {sql as sql12} from './0012-list-of-people.ts';

/** Written by db/generate. The migrations by version, as the runner applies them; the SQL travels in the program. */
export const migrations = [
  {version: 1, name: '0001-foundation', sql: sql1},
  {version: 2, name: '0002-rules-of-the-order', sql: sql2},
  {version: 3, name: '0003-urgency-of-today', sql: sql3},
  {version: 4, name: '0004-exchange', sql: sql4},
  {version: 5, name: '0005-handover-through-the-registry', sql: sql5},
  {version: 6, name: '0006-reference-data', sql: sql6},
  {version: 7, name: '0007-roles', sql: sql7},
  {version: 8, name: '0008-audit', sql: sql8},
  {version: 9, name: '0009-consent', sql: sql9},
  {version: 10, name: '0010-erasure', sql: sql10},
  {version: 11, name: '0011-phrases', sql: sql11},
  {version: 12, name: '0012-list-of-people', sql: sql12},
] as const;
