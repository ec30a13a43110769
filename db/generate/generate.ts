import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {writeNextMigration} from './next-migration.ts';

/**
 * `npm run db:generate -- --name what-it-does`: the next migration, which is then read, given its test, and locked
 * (test/db/migrations). Without a name: whether the schema has changed.
 */

const {name} = parseArgs({options: {name: {type: 'string'}}}).values;
const made = await writeNextMigration(join(import.meta.dirname, '../migrations'), name);
console.log(made === undefined ? 'The schema has not changed.' : `db/migrations/${made}.ts`);
