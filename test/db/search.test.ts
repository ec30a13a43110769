import {eq} from 'drizzle-orm';
import {describe, expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import type {Connection, ReadableDb, WritableDb} from '../../db/connection.ts';
import {rebuildDerived} from '../../db/derived.ts';
import {personalFile} from '../../db/schema/file.ts';
import {change} from '../../db/schema/log.ts';
import {recipient} from '../../db/schema/recipient.ts';
import {recipientCards} from '../../db/queries/recipient.ts';
import {journal, placement, placementEvent} from '../../db/schema/journal.ts';
import {refreshPlacementState} from '../../db/placement-state.ts';
import {cardOfHit, searchRecipients, type SearchHit} from '../../db/search.ts';
import {rawClient, testDatabase} from '../support/test-database.ts';

const nobody = {accountId: null};

const people = [
  {id: 'kurmangazy', surname: 'Құрманғазыұлы', firstName: 'Әлия', patronymic: null, phone: '8 (701) 123-45-67'},
  {id: 'ospanova', surname: 'Оспанова', firstName: 'Алия', patronymic: 'Қайратқызы', iin: '991231100010'},
  {id: 'ospanov', surname: 'Оспанов', firstName: 'Ілияс', patronymic: 'Һамитұлы', phone: '+7 702 555 00 11'},
  {id: 'li', surname: 'Ли', firstName: 'Ён', patronymic: null},
  {id: 'long', surname: 'Әбдірахманова-Сейітқұлова', firstName: 'Гүлнұр', patronymic: 'Өмірзаққызы'},
  {id: 'zhananaev', surname: 'Жананаев', firstName: 'Бек', patronymic: null},
];

function filled(): Connection {
  const connection = testDatabase();
  const file = {openedOn: '2026-01-05', placeKk: 'Орал', placeRu: 'Уральск'};
  connection.transact(db => {
    db.insert(recipient).values(people).run();
    db.insert(personalFile)
      .values([
        {...file, id: '1', recipientId: 'li', number: '12'},
        {...file, id: '2', recipientId: 'long', number: 'Ә-123/4'},
      ])
      .run();
  }, nobody);
  return connection;
}

interface Case {
  readonly typed: string;
  readonly found: readonly string[];
}

const cases: readonly Case[] = [
  {typed: 'осп', found: ['ospanov', 'ospanova']},
  {typed: 'ОСПАНОВА', found: ['ospanova']},
  {typed: 'курмангазыулы', found: ['kurmangazy']},
  {typed: 'алия', found: ['kurmangazy', 'ospanova']},
  {typed: 'алия осп', found: ['ospanova']},
  {typed: 'осп алия', found: ['ospanova']},
  {typed: 'кызы гүл', found: ['long']},
  {typed: 'сеит', found: []},
  {typed: 'сейит', found: ['long']},
  {typed: 'мангаз', found: ['kurmangazy']},
  {typed: 'л', found: ['li']},
  {typed: 'ён', found: ['li']},
  {typed: 'ин', found: []},
  {typed: 'хамит', found: ['ospanov']},
  {typed: 'нана', found: ['zhananaev']},
  // Every three letters of it are in the name, but not in this row.
  {typed: 'нанана', found: []},
  {typed: 'б нана', found: ['zhananaev']},
  {typed: 'а нана', found: []},
  {typed: 'бекнана', found: []},
  {typed: 'оспановаа', found: []},
  {typed: 'курманг', found: ['kurmangazy']},
  {typed: '12', found: ['li', 'long']},
  {typed: 'а-123/4', found: ['long']},
  {typed: '991231', found: ['ospanova']},
  {typed: '100010', found: ['ospanova']},
  {typed: '87011234567', found: ['kurmangazy']},
  {typed: '+7 701 123', found: ['kurmangazy']},
  {typed: '7025550011', found: ['ospanov']},
  {typed: '555-00-11', found: ['ospanov']},
  {typed: 'jcgfyjd', found: ['ospanov', 'ospanova']},
  {typed: '', found: []},
  {typed: '  ', found: []},
  {typed: '"* OR (', found: []},
  {typed: "осп' --", found: ['ospanov', 'ospanova']},
  {typed: 'осп NOT алия', found: []},
  {typed: '👩', found: []},
];

describe('search', () => {
  test.each(cases)('«$typed»', ({typed, found}) => {
    const {readable} = filled();
    expect(new Set(searchRecipients(readable, typed, 20).map(hit => hit.recipientId))).toEqual(new Set(found));
  });
});

describe('what is found', () => {
  test('the file number first, then beginnings, then parts; never more than asked for', () => {
    const {readable} = filled();
    expect(searchRecipients(readable, '12', 20)).toMatchObject([
      {recipientId: 'li', rank: 0},
      {recipientId: 'long', rank: 2},
    ]);
    expect(searchRecipients(readable, 'оспан', 1)).toHaveLength(1);
  });

  test('follows every change, in the transaction of the change', () => {
    const connection = filled();
    const ids = (typed: string) => searchRecipients(connection.readable, typed, 20).map(hit => hit.recipientId);
    connection.transact(
      db => db.update(recipient).set({surname: 'Петров'}).where(eq(recipient.id, 'li')).run(),
      nobody,
    );
    expect([ids('ли ен'), ids('петров')]).toEqual([[], ['li']]);
    connection.transact(
      db => db.update(personalFile).set({number: '77'}).where(eq(personalFile.id, '1')).run(),
      nobody,
    );
    expect([ids('12'), ids('77')]).toEqual([['long'], ['li']]);
    connection.transact(db => {
      db.delete(personalFile).where(eq(personalFile.id, '1')).run();
      db.delete(recipient).where(eq(recipient.id, 'li')).run();
    }, nobody);
    expect([ids('петров'), ids('77')]).toEqual([[], []]);
    const rolledBack = () =>
      connection.transact(db => {
        db.insert(recipient).values({id: 'x', surname: 'Ысқақ', firstName: 'А'}).run();
        throw new Error('no');
      }, nobody);
    expect(rolledBack).toThrow('no');
    expect(ids('ысқақ')).toEqual([]);
  });

  test('is the same when made anew, and making it anew is no change', () => {
    const connection = filled();
    const answers = () => cases.map(({typed}) => searchRecipients(connection.readable, typed, 20));
    const before = answers();
    const logged = connection.readable.select().from(change).all().length;
    rebuildDerived(connection);
    expect(answers()).toEqual(before);
    expect(connection.readable.select().from(change).all()).toHaveLength(logged);
  });

  test('is put in order when the database is closed, and answers the same', () => {
    const connection = filled();
    for (const index of Array(10).keys()) {
      const person = {id: `new-${index}`, surname: `Оспанкулов${index}`, firstName: 'Нұр'};
      connection.transact(db => db.insert(recipient).values(person).run(), nobody);
    }
    const answers = (readable: ReadableDb) =>
      [...cases, {typed: 'оспанкул'}].map(({typed}) => searchRecipients(readable, typed, 20));
    const segments = (of: string) => {
      const client = rawClient(of);
      const count = ['search_word', 'search_part'].map(index =>
        Number(client.prepare(`SELECT count(DISTINCT segid) FROM ${index}_idx`).pluck().get()),
      );
      client.close();
      return count;
    };
    const before = answers(connection.readable);
    for (const count of segments(connection.file)) expect(count).toBeGreaterThan(10);
    connection.close();
    for (const count of segments(connection.file)) expect(count).toBeLessThanOrEqual(4);
    expect(answers(testDatabase({file: connection.file}).readable)).toEqual(before);
  });

  test('an index of another version is made anew when the database is opened', () => {
    const connection = filled();
    connection.close();
    const client = rawClient(connection.file);
    client.exec("UPDATE local_state SET value = 'of another version' WHERE key = 'search'; DROP TABLE search_part");
    client.close();
    const {readable} = testDatabase({file: connection.file});
    expect(searchRecipients(readable, 'мангаз', 20).map(hit => hit.recipientId)).toEqual(['kurmangazy']);
  });
});

describe('the cards of the search', () => {
  const steps: [what: string, step: (db: WritableDb) => void][] = [
    [
      'a name and a day of birth',
      db => db.update(recipient).set({surname: 'Лиева', bornOn: '1950-02-03'}).where(eq(recipient.id, 'li')).run(),
    ],
    ['a file', db => db.update(personalFile).set({number: '77'}).where(eq(personalFile.id, '1')).run()],
    ['a file taken away', db => db.delete(personalFile).where(eq(personalFile.id, '2')).run()],
    [
      'a row of the journal',
      db => {
        db.insert(journal).values({id: 'j', begunOn: '2026-01-01'}).onConflictDoNothing().run();
        db.insert(placement).values({id: 'p', recipientId: 'li', journalId: 'j', rowNumber: 1}).run();
        db.insert(placementEvent)
          .values({id: 'e', placementId: 'p', kind: 'queued', happenedOn: '2026-01-05', position: 0})
          .run();
        refreshPlacementState(db, 'li');
      },
    ],
    [
      'an admission',
      db => {
        db.insert(placementEvent)
          .values({
            id: 'f',
            placementId: 'p',
            kind: 'admitted',
            happenedOn: '2026-01-06',
            orderNumber: '1',
            position: 1,
          })
          .run();
        refreshPlacementState(db, 'li');
      },
    ],
    [
      'the row taken out',
      db => {
        db.delete(placementEvent).run();
        db.delete(placement).run();
        refreshPlacementState(db, 'li');
      },
    ],
    ['somebody taken out', db => db.delete(recipient).where(eq(recipient.id, 'ospanov')).run()],
  ];

  test('say what the records say, after every change', () => {
    const connection = filled();
    const cards = () => {
      const {readable} = connection;
      const hits = readable
        .prepare<SearchHit>('SELECT recipient_id AS recipientId, card, 0 AS rank FROM search_entry')
        .all();
      const shown = hits.map(cardOfHit);
      const ids = hits.map(hit => hit.recipientId);
      expect(shown).toEqual(recipientCards(readable, ids));
      return shown.find(card => card.recipientId === 'li');
    };
    cards();
    for (const [, step] of steps) {
      connection.transact(step, nobody);
      cards();
    }
    connection.transact(must(steps[3])[1], nobody);
    expect(cards()).toMatchObject({surname: 'Лиева', bornOn: '1950-02-03', fileNumber: '77', status: 'queued'});
    rebuildDerived(connection);
    expect(cards()).toMatchObject({status: 'queued'});
  });
});
