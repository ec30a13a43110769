import {describe, expect, test} from 'vitest';
import {findReply, rememberReply} from '../../../db/commands/command-receipt.ts';
import {commandReceipt} from '../../../db/schema/local.ts';
import {testDatabase} from '../../support/test-database.ts';

const somebody = {accountId: 'a'};

describe('receipts of commands', () => {
  test('a reply is found again, and a second one for the same command is refused', () => {
    const connection = testDatabase();
    const remember = () =>
      connection.transact(db => rememberReply(db, 'command', '{"id":"x"}', '2026-01-05T04:30:00.000Z'), somebody);
    expect(findReply(connection.readable, 'command')).toBeUndefined();
    remember();
    expect(findReply(connection.readable, 'command')).toBe('{"id":"x"}');
    expect(remember).toThrow('UNIQUE');
  });

  test('old ones go in time, those of the week stay', () => {
    const connection = testDatabase();
    connection.transact(db => {
      rememberReply(db, 'old', '1', '2026-01-05T04:30:00.000Z');
      for (let count = 0; count < 300; count += 1) rememberReply(db, `new ${count}`, '1', '2026-01-13T04:30:00.000Z');
    }, somebody);
    expect(findReply(connection.readable, 'old')).toBeUndefined();
    expect(connection.readable.select().from(commandReceipt).all()).toHaveLength(300);
  });
});
