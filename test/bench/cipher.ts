import {randomBytes, randomUUID} from 'node:crypto';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import Sqlite from 'better-sqlite3';
import {median, rounded} from './figure.ts';

/**
 * `node test/bench/cipher.ts`: the ciphers of this build beside a plain file, interleaved in one run, for
 * docs/decisions/0003-cipher.md. Prints microseconds (medians) and how many times the plain file's.
 */

const ciphers = ['plain', 'chacha20', 'sqlcipher', 'ascon128'] as const;
const people = 100_000;
const rounds = 500;

interface Subject {
  readonly name: string;
  readonly work: Readonly<Record<string, (round: number) => unknown>>;
}

const folder = mkdtempSync(join(tmpdir(), 'tirek-cipher-'));

function open(name: (typeof ciphers)[number]): Subject {
  const client = new Sqlite(join(folder, `${name}.db`));
  if (name !== 'plain') {
    client.pragma(`cipher = '${name}'`);
    client.key(Buffer.from(`raw:${randomBytes(32).toString('hex')}`));
  }
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma('temp_store = MEMORY');
  client.exec('CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT NOT NULL, note TEXT NOT NULL) STRICT');
  client.exec('CREATE INDEX person_name ON person (name)');
  const insert = client.prepare('INSERT INTO person VALUES (?, ?, ?)');
  const put = (number: number): void =>
    void insert.run(randomUUID(), `Оспанова Әлия ${number}`, 'ұзақ мекенжай '.repeat(10));
  const putMany = client.transaction((count: number) => {
    for (let number = 0; number < count; number += 1) put(number);
  });
  putMany(people);
  const ids = client.prepare<[], {id: string}>('SELECT id FROM person ORDER BY random() LIMIT 10000').all();
  const point = client.prepare('SELECT * FROM person WHERE id = ?');
  const page = client.prepare('SELECT * FROM person WHERE name > ? ORDER BY name LIMIT 50');
  return {
    name,
    work: {
      'one insert, synced': put,
      '1,000 inserts, one sync': round => (round % 25 === 0 ? putMany(1_000) : undefined),
      'one row by its key': round => point.get(ids[round % ids.length]?.id),
      'a page of 50': round => page.all(`Оспанова Әлия ${round * 7}`),
    },
  };
}

const subjects = ciphers.map(open);
const rows = Object.keys(subjects[0]?.work ?? {}).map(what => {
  const samples = new Map(subjects.map(({name}) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const {name, work} of subjects) {
      const begun = performance.now();
      const done = work[what]?.(round);
      const taken = performance.now() - begun;
      if (what !== '1,000 inserts, one sync' || round % 25 === 0) samples.get(name)?.push(taken * 1000);
      void done;
    }
  }
  const plain = median(samples.get('plain') ?? []);
  const cells = [...samples].map(([name, each]) => [
    name,
    `${rounded(median(each))} µs ×${rounded(median(each) / plain)}`,
  ]);
  return {what, ...Object.fromEntries(cells)};
});
console.table(rows);
rmSync(folder, {recursive: true, force: true});
