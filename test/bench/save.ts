import {randomBytes} from 'node:crypto';
import {join} from 'node:path';
import type {Database} from 'better-sqlite3';
import {openClient} from '../../db/client.ts';
import {migrate} from '../../db/migrate.ts';
import {migrations} from '../../db/migrations/list.ts';
import type {BenchApplication} from './application.ts';
import {median, rounded, timed, type Figure} from './figure.ts';
import {inventPerson} from './people.ts';

const rounds = 400;

type Insert = (index: number) => void;

function inserter(client: Database): Insert {
  const statement = client.prepare(
    `INSERT INTO recipient (id, surname, first_name, patronymic, born_on, sex, iin, phone, address)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return index => {
    const {id, surname, firstName, patronymic, bornOn, sex, iin, phone, address} = inventPerson(index);
    statement.run(id, surname, firstName, patronymic, bornOn, sex, iin, phone, address);
  };
}

/**
 * The same build and pragmas, the cipher's among them, the same table, indexes and CHECKs; no triggers, no layers. Opened
 * anew after the filling, as the application was: a log that has grown once is written faster than one that grows.
 */
function rawInsert(folder: string, people: number): {insert: Insert; close(): void} {
  const [file, key] = [join(folder, 'raw.db'), randomBytes(32)];
  const filling = openClient(file, key, true);
  migrate(filling, migrations, () => 0);
  const fillIn = inserter(filling);
  filling.transaction(() => {
    for (let index = 0; index < people; index += 1) fillIn(index);
  })();
  filling.close();
  const client = openClient(file, key, false);
  return {insert: inserter(client), close: () => void client.close()};
}

/** One change of a person saved through contract, zod, drizzle, triggers and encryption, synced to disk. */
export async function measureSave({client, folder}: BenchApplication, people: number): Promise<Figure[]> {
  const raw = rawInsert(folder, people);
  const {id} = inventPerson(Math.floor(people / 2));
  const {placements: _p, events: _e, fileNumber: _f, plans: _l, stamp, ...person} = await client.recipient.get({id});
  let seen = stamp;
  const whole: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // The invented number has no right control digit: kept, it would be refused.
    const input = {...person, iin: null, seen, address: `Орал қаласы, Абай көшесі, ${round} үй`};
    whole.push(
      await timed(async () => {
        ({stamp: seen} = await client.recipient.save(input));
      }),
    );
    bare.push(await timed(() => raw.insert(people + round)));
  }
  raw.close();
  const [value, other] = [median(whole), median(bare)];
  return [
    {
      name: `save one change, ${people} people`,
      value: rounded(value),
      unit: 'ms',
      against: `one raw insert, encrypted file, same pragmas: ${rounded(other)} ms`,
      ratio: rounded(value / other),
      target: 'ratio ≤ 2.5',
      met: value / other <= 2.5,
    },
  ];
}
