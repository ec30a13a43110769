import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {assert} from '../../domain/assert.ts';
import {dayOf} from '../../electron/host/clock.ts';
import type {BenchApplication} from './application.ts';
import * as encrypted from './application.ts';
import {median, rounded, timed, type Figure} from './figure.ts';
import {idFor} from './id-for.ts';
import {inventPerson, inventQuery} from './people.ts';
import {importPlain} from './plain.ts';
import {furnish} from './start.ts';

const plainFile = 'SQLite format 3\0';

const works = ['a save', 'a page of the journal', 'a search', 'Today'] as const;

interface Subject {
  readonly application: BenchApplication;
  /** Milliseconds that the filling took. */
  readonly filled: number;
  readonly work: Readonly<Record<(typeof works)[number], (round: number) => Promise<unknown>>>;
}

async function openSubject({openBenchApplication}: typeof encrypted, people: number): Promise<Subject> {
  const application = await openBenchApplication();
  const filled = await timed(() => furnish(application.connection(), people, dayOf(new Date())));
  // As on the next working day.
  await application.restart();
  const {client} = application;
  const {id} = inventPerson(Math.floor(people / 2));
  const {placements: _p, events: _e, fileNumber: _f, plans: _l, stamp, ...person} = await client.recipient.get({id});
  let seen = stamp;
  return {
    application,
    filled,
    work: {
      'a save': async round => {
        const input = {...person, iin: null, seen, address: `Орал қаласы, Абай көшесі, ${round} үй`};
        ({stamp: seen} = await client.recipient.save(input));
      },
      'a page of the journal': round => {
        const rowNumber = (round * 37) % people;
        const after = {rowNumber, placementId: idFor('placement', rowNumber)};
        return client.journal.rows({journalId: null, statuses: [], after, limit: 50});
      },
      'a search': round => client.recipient.search({text: inventQuery(round), limit: 20}),
      'Today': () => client.today.get({limit: 100}),
    },
  };
}

/** The same work by turns on the encrypted database and on a plain one. */
export async function measureCipher(people: number, rounds = 300): Promise<Figure[]> {
  const plain = await importPlain<typeof encrypted>(new URL('application.ts', import.meta.url).href);
  const [own, other] = [await openSubject(encrypted, people), await openSubject(plain, people)];
  try {
    assert(isPlain(other) && !isPlain(own), 'one of the two is plain');
    const figures: Figure[] = [];
    for (const what of works) {
      const [coded, bare]: [number[], number[]] = [[], []];
      for (let round = 0; round < rounds; round += 1) {
        const turns = [
          async () => void coded.push(await timed(() => own.work[what](round))),
          async () => void bare.push(await timed(() => other.work[what](round))),
        ];
        // Who comes first changes with each round.
        for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn();
      }
      figures.push(figure(what, people, [median(coded), median(bare)]));
    }
    return [...figures, figure('a bulk load', people, [own.filled, other.filled], false)];
  } finally {
    for (const {application} of [own, other]) application.close();
  }
}

function figure(what: string, people: number, [value, other]: [number, number], hasTarget = true): Figure {
  const ratio = value / other;
  return {
    name: `cost of the cipher: ${what}, ${people} people`,
    value: rounded(value),
    unit: 'ms',
    against: `the same on a plain database: ${rounded(other)} ms`,
    ratio: rounded(ratio),
    target: hasTarget ? 'ratio ≤ 1.15' : 'none',
    met: !hasTarget || ratio <= 1.15,
  };
}

function isPlain({application}: Subject): boolean {
  const file = readFileSync(join(application.folder, 'tirek.db'));
  return file.subarray(0, plainFile.length).toString('latin1') === plainFile;
}
