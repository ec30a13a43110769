import {openDatabase} from '../../db/connection.ts';

/**
 * A process of its own for the tests that end it or take its disk: `node write-without-end.ts FILE KEYHEX`.
 * Saves pairs of rows, two in each transaction, until it cannot; says each number once it is saved, and why it stopped.
 */
const [file = '', key = ''] = process.argv.slice(2);

function say(word: string): void {
  process.stdout.write(`${word}\n`);
}

try {
  const connection = openDatabase({file, key: Buffer.from(key, 'hex'), now: Date.now});
  say('open');
  for (let number = 0; ; number += 1) {
    connection.transact(
      db => {
        for (const half of ['a', 'b']) {
          db.execute(
            'INSERT INTO recipient (id, surname, first_name, address) VALUES (?, ?, ?, ?)',
            `${number}${half}`,
            'Оспанова',
            'Әлия',
            'ұзақ мекенжай '.repeat(300),
          );
        }
      },
      {accountId: null},
    );
    say(String(number));
  }
} catch (error) {
  say(error instanceof Error && 'code' in error ? `error ${String(error.code)}` : String(error));
  process.exit(1);
}
