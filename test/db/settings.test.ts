import {describe, expect, test} from 'vitest';
import {change} from '../../db/schema/log.ts';
import {
  idleMinutes,
  readSetting,
  readSetupStep,
  writeIdleMinutes,
  writeSetting,
  writeSetupStep,
} from '../../db/settings.ts';
import {testDatabase} from '../support/test-database.ts';

const somebody = {accountId: 'a'};

describe('settings', () => {
  test.each([[0], [''], [false], [{deep: [1, null, 'ә']}], ['text'], [[]]])('keep %j', value => {
    const connection = testDatabase();
    expect(readSetting(connection.readable, 'x')).toBeUndefined();
    connection.transact(db => writeSetting(db, 'x', value), somebody);
    expect(readSetting(connection.readable, 'x')).toEqual(value);
    connection.transact(db => writeSetting(db, 'x', 'other'), somebody);
    connection.transact(db => writeSetting(db, 'x', 'other'), somebody);
    expect(readSetting(connection.readable, 'x')).toBe('other');
    expect(connection.readable.select().from(change).all()).toHaveLength(2);
  });

  test('a PC that nobody touches is locked after ten minutes, or after as many as somebody has set', () => {
    const connection = testDatabase();
    expect(idleMinutes(connection.readable)).toBe(10);
    connection.transact(db => writeIdleMinutes(db, 3), somebody);
    expect(idleMinutes(connection.readable)).toBe(3);
  });

  test('how far the first run has come', () => {
    const connection = testDatabase();
    expect(readSetupStep(connection.readable)).toBeNull();
    connection.transact(db => writeSetupStep(db, 'names'), somebody);
    expect(readSetupStep(connection.readable)).toBe('names');
    // Of this PC alone: another one has a first run of its own.
    expect(connection.readable.select().from(change).all()).toEqual([]);
  });

  test('a first run that an earlier version began goes on where it was', () => {
    const connection = testDatabase();
    connection.transact(db => writeSetting(db, 'setup', 'staff'), somebody);
    expect(readSetupStep(connection.readable)).toBe('staff');
    connection.transact(db => writeSetupStep(db, 'recovery-key'), somebody);
    connection.transact(db => writeSetting(db, 'setup', 'done'), somebody);
    expect(readSetupStep(connection.readable)).toBe('recovery-key');
  });
});
