import {expect, test} from 'vitest';
import {beginJoining, endJoining, hasRecipients, isJoining} from '../../../db/exchange/joining.ts';
import {readSetupStep, writeSetupStep, type SetupStep} from '../../../db/settings.ts';
import {testDatabase} from '../../support/test-database.ts';

const nobody = {accountId: null};

test('a first run that began to join before its step was kept goes on at its beginning', () => {
  const connection = testDatabase();
  connection.transact(db => {
    writeSetupStep(db, 'joining');
    expect(endJoining(db, {whole: true})).toBe(true);
    expect(readSetupStep(db)).toBe('organisation');
  }, nobody);
});

test.each<{before: SetupStep | null; organisation: boolean; whole: boolean; ended: boolean; after: SetupStep}>([
  {before: null, organisation: false, whole: false, ended: false, after: 'joining'},
  {before: null, organisation: false, whole: true, ended: true, after: 'organisation'},
  {before: 'organisation', organisation: true, whole: true, ended: true, after: 'recovery-key'},
  {before: 'names', organisation: false, whole: true, ended: true, after: 'names'},
  {before: 'done', organisation: true, whole: false, ended: true, after: 'done'},
])('a PC that was at $before goes on at $after', ({before, organisation, whole, ended, after}) => {
  const connection = testDatabase();
  connection.transact(db => {
    if (before !== null) writeSetupStep(db, before);
    expect(endJoining(db, {whole})).toBe(false);
    beginJoining(db);
    // The way back is not forgotten by beginning twice.
    beginJoining(db);
    expect([isJoining(db), hasRecipients(db)]).toEqual([true, false]);
    if (organisation) {
      db.execute(
        "INSERT INTO facility (id, type, name_kk, name_ru, place_kk, place_ru) VALUES ('f', 'stationary', 'Үміт', 'Надежда', '', '')",
      );
    }
    expect(endJoining(db, {whole})).toBe(ended);
    expect(readSetupStep(db)).toBe(after);
  }, nobody);
});
